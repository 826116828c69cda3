import { appendFileSync, createReadStream, existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ExportChange, ExportChangeKind, ExportCounts } from '../../../core/admin/export';
import type { ExportedPost, PostFileText } from '../export';
import { hashOf } from '../import/file-hash';
import type { DownloadFolder } from './download-folder';

/** Characters that are written together. */
const WRITTEN_TOGETHER = 65_536;

/** The files of an export beside those that were imported: a line for each that differs, so that any number needs no memory. */
export interface ChangeLog {
  counts: ExportCounts;
  add(post: ExportedPost, file: PostFileText): void;
  /** Writes what is left. */
  finish(): void;
}

/** Begins a log anew. */
export function changeLog({ changes }: DownloadFolder): ChangeLog {
  const counts: ExportCounts = { new: 0, changed: 0, moved: 0, unchanged: 0, refused: 0 };
  let text = '';
  writeFileSync(changes, '', { mode: 0o600 });

  return {
    counts,
    add({ row }, file) {
      const kind = kindOf(row, file);
      counts[kind ?? 'unchanged'] += 1;
      if (kind === null) return;
      const { documentId, locale, title, filePath: from } = row;
      const change: ExportChange = { documentId, locale, title, kind, path: file.path, from };
      text += `${JSON.stringify(change)}\n`;
      if (text.length >= WRITTEN_TOGETHER) flush();
    },
    finish: flush,
  };

  function flush(): void {
    appendFileSync(changes, text);
    text = '';
  }
}

/** Null where the file is the one that was imported, byte for byte and in its place. */
function kindOf(
  { fileHash, filePath }: ExportedPost['row'],
  { text, path }: PostFileText,
): ExportChangeKind | null {
  if (fileHash === null || filePath === null) return 'new';
  if (hashOf(text) !== fileHash) return 'changed';
  return path === filePath ? null : 'moved';
}

/** A page of a log; null where there is none. */
export async function readChanges(
  { changes }: DownloadFolder,
  { kind, start, limit }: { kind?: ExportChangeKind; start: number; limit: number },
): Promise<ExportChange[] | null> {
  if (!existsSync(changes)) return null;
  const found: ExportChange[] = [];
  let passed = 0;
  const input = createReadStream(changes);
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const change = JSON.parse(line) as ExportChange;
      if (kind !== undefined && change.kind !== kind) continue;
      passed += 1;
      if (passed > start) found.push(change);
      if (found.length === limit) break;
    }
  } finally {
    input.destroy();
  }
  return found;
}
