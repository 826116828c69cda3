import type { Readable } from 'node:stream';

/** What a request for a feed or sitemap is answered with. */
export interface FeedAnswer {
  contentType: string;
  /** Differs where the text would; known without writing it. */
  etag: string;
  /** The newest change that is known of, in milliseconds; null where there is none. */
  lastModified: number | null;
  write(): Promise<string> | Readable;
}
