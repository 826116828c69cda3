import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import type { FileReport, ImportService } from '../import';
import { findKnownFiles, type KnownFile } from '../import/known-files';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { IngestAnswer } from './ingest-schema';
import { openPostedList, type PostedBody } from './posted-list';
import { postedSource } from './posted-source';

export interface IngestOptions {
  /** Takes the file where both file and post changed since the file last came in. */
  overwrite: boolean;
  /** For posts whose `lang` names no locale of this instance; the default locale where absent. */
  locale: string | undefined;
  /** Stops before the next lot of files. */
  signal: AbortSignal;
}

/** Posts that are looked up in one query. */
const LOT = 500;

/** Takes in posts that clients send, by the engine of the import; it is no job, and neither waits for one nor stops one. */
export function ingestService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /**
     * Stores the files of a request: each ends as a post or as a named problem. Sent again, they are unchanged.
     * @throws ValidationError where nothing can be read, PayloadTooLargeError beyond the limits; nothing is written then.
     */
    async take(body: PostedBody, options: IngestOptions): Promise<IngestAnswer> {
      const { limits } = await pressService<SettingsService>(strapi, 'settings').get();
      const { list, close } = await openPostedList(body, limits);
      try {
        const files: FileReport[] = [];
        const report = await pressService<ImportService>(strapi, 'import').run(postedSource(list), {
          ...options,
          // Only an archive brings pictures along.
          images: body.type === 'application/zip',
          onOutcome: (file) => files.push(file),
        });
        const posts = await postsOf(files);
        return {
          data: files.map(({ diagnostics, said: _said, ...file }) => ({
            ...file,
            ...placeOf(file.path, posts),
            diagnostics,
          })),
          meta: { counts: report.counts, interrupted: report.interrupted },
        };
      } finally {
        await close();
      }
    },
  };

  async function postsOf(files: readonly FileReport[]): Promise<Map<string, KnownFile>> {
    const posts = new Map<string, KnownFile>();
    for (const lot of chunk(files.filter(isStored), LOT)) {
      const paths = lot.map(({ path }) => path);
      for (const [path, post] of await findKnownFiles(strapi, paths)) posts.set(path, post);
    }
    return posts;
  }
}

function isStored({ outcome }: FileReport): boolean {
  return outcome !== 'ignored' && outcome !== 'rejected';
}

function placeOf(path: string, posts: ReadonlyMap<string, KnownFile>): { documentId?: string; url?: string } {
  const post = posts.get(path);
  if (!post) return {};
  return { documentId: post.documentId, ...(post.publishedUrl === null ? {} : { url: post.publishedUrl }) };
}

export type IngestService = ReturnType<typeof ingestService>;
