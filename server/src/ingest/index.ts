export { checkAnswer, checkRequest, type CheckRequest } from './check-schema';
export { checkService, type CheckedText, type CheckService } from './check-service';
export { ingestAnswer, ingestItem } from './ingest-schema';
export { ingestService, type IngestService } from './ingest-service';
export { INGEST_TYPES, STREAMED_MARKDOWN, type IngestType } from './media-types';
export { streamMarkdown } from './stream-markdown';
