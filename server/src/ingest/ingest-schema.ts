import { z } from '@strapi/utils';
import { OUTCOMES } from '../import/report';
import { diagnosticSchema } from './diagnostic-schema';

/** One file of a JSON or NDJSON body. */
export const ingestItem = z.object({
  path: z.string().describe("The file's place in the site, such as _posts/2021-12-29-title.md"),
  content: z.string().describe('The whole file: front matter and text'),
});

const ingestResult = z.object({
  path: z.string(),
  outcome: z.enum(OUTCOMES),
  reason: z.string().optional().describe('Why it is ignored, rejected, in conflict, or not published'),
  documentId: z.string().optional().describe('The post that holds the file'),
  url: z.string().optional().describe('Where readers find it; absent for a draft'),
  diagnostics: z.array(diagnosticSchema),
});

/** The answer of an ingest request. */
export const ingestAnswer = z.object({
  data: z.array(ingestResult),
  meta: z.object({
    counts: z.record(z.enum(OUTCOMES), z.number().int()).describe('Files by outcome'),
    /** Whether the client went away before the last file. */
    interrupted: z.boolean(),
  }),
});

export type IngestAnswer = z.infer<typeof ingestAnswer>;
