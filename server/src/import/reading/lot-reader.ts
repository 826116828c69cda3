import type { Core } from '@strapi/strapi';
import type { Settings } from '../../../../core/settings';
import { findKnownFiles, type KnownFile } from '../known-files';
import type { SourceFile } from '../source-file';
import { readFilesOfLot, type FilesRead, type FilesToRead } from './read-lot';
import type { ReaderThread } from './reader-thread';

/** A lot of files, what the database knew of them, and what they were found to be. */
export interface ReadLot {
  entries: readonly SourceFile[];
  /** Posts that came from the files before, by path. */
  known: Map<string, KnownFile>;
  /** What the files were read with. */
  settings: Settings;
  files: Promise<FilesRead>;
}

export interface LotReaderOptions {
  /** Whether anything can be stored yet. */
  hasTables: boolean;
  /** Started once there is more than one lot; null reads in this thread. */
  startThread?: () => ReaderThread | null;
}

/**
 * Reads lots of files: the first in this thread, and those after it in a second one, where there is one and the files lie on
 * the disk. What a thread cannot read, because it ended, is read here.
 */
export function lotReader(strapi: Core.Strapi, { hasTables, startThread }: LotReaderOptions) {
  let lots = 0;
  let thread: ReaderThread | null | undefined;
  let isStopped = false;

  return {
    /** Begins to read; the files are being read when it returns. */
    async read(entries: readonly SourceFile[], settings: Settings): Promise<ReadLot> {
      const paths = entries.map(({ path }) => path);
      const known = hasTables ? await findKnownFiles(strapi, paths) : new Map<string, KnownFile>();
      const toRead = { entries, knownHashes: paths.map((path) => known.get(path)?.fileHash ?? null) };
      lots += 1;
      if (lots === 2) thread = startThread?.();
      const isOnDisk = entries.every(({ content }) => content === undefined);
      const files = thread && isOnDisk ? readElsewhere(thread, toRead, settings) : readHere(toRead, settings);
      return { entries, known, settings, files };
    },

    /** Lots that are being read are not worth anything any more. */
    async stop(): Promise<void> {
      isStopped = true;
      await thread?.stop();
    },
  };

  function readElsewhere(other: ReaderThread, files: FilesToRead, settings: Settings): Promise<FilesRead> {
    return other.read(files, settings).catch((error: unknown) => {
      if (isStopped) return { readings: [], documentIds: [] };
      strapi.log.debug(error);
      thread = null;
      return readHere(files, settings);
    });
  }

  function readHere(files: FilesToRead, settings: Settings): Promise<FilesRead> {
    return Promise.resolve({ readings: readFilesOfLot(files, settings), documentIds: [] });
  }
}

export type LotReader = ReturnType<typeof lotReader>;
