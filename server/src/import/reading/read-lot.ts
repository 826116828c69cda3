import { readPostFile, type PostFile } from '../../../../core/jekyll';
import type { Message } from '../../../../core/messages';
import type { Settings } from '../../../../core/settings';
import { failureMessage } from '../failure';
import { hashOf } from '../file-hash';
import { reportedDiagnostics, type ReportedDiagnostic } from '../report';
import { loadSourceFile, type SourceFile } from '../source-file';

/** What was read of a file: null for one whose bytes are known, and `failure` where reading it threw. */
export type FileReading =
  | { fileHash: string; file: PostFile | null; diagnostics: ReportedDiagnostic[] }
  | { failure: Message };

/** Files that were read, in their order. */
export interface FilesRead {
  readings: FileReading[];
  /** For the document that a file becomes, where it is new and an id was made beforehand. */
  documentIds: (string | undefined)[];
}

/** Plain data in and out, so that another thread can read as well. */
export interface FilesToRead {
  entries: readonly SourceFile[];
  /** Hash of the bytes that each file had when it came in before; null for one that did not. */
  knownHashes: readonly (string | null)[];
}

/** Reads, hashes and parses files in their order; those whose bytes are known are not parsed. */
export function readFilesOfLot({ entries, knownHashes }: FilesToRead, settings: Settings): FileReading[] {
  return entries.map((entry, index) => {
    try {
      return readFile(entry, knownHashes[index], settings);
    } catch (error) {
      return { failure: failureMessage(error) };
    }
  });
}

function readFile(entry: SourceFile, knownHash: string | null, settings: Settings): FileReading {
  const { bytes, post } = loadSourceFile(entry, settings);
  const fileHash = hashOf(bytes);
  if (!post && knownHash === fileHash) return { fileHash, file: null, diagnostics: [] };
  const file = post ?? readPostFile({ path: entry.path, bytes }, settings);
  return { fileHash, file, diagnostics: reportedDiagnostics(file.diagnostics, bytes) };
}
