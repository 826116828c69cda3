/** What the body of an ingest request may be. */
export const INGEST_TYPES = [
  'text/markdown',
  'application/json',
  'application/x-ndjson',
  'application/zip',
] as const;

export type IngestType = (typeof INGEST_TYPES)[number];

/** Under which type Markdown comes through Strapi's body parser as a stream (see `streamMarkdown`). */
export const STREAMED_MARKDOWN = 'application/vnd.press.markdown';
