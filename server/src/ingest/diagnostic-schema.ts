import { z } from '@strapi/utils';
import type { ReportedDiagnostic } from '../import/report';

const position = z.object({ line: z.number().int(), character: z.number().int() });
const range = z.object({ start: position, end: position });
const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** A problem of a post: the shape of the Language Server Protocol, and its place as people count. */
export const diagnosticSchema: z.ZodType<ReportedDiagnostic> = z.object({
  ruleId: z.string().describe('A rule of docs/rules.md') as unknown as z.ZodType<
    ReportedDiagnostic['ruleId']
  >,
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  params,
  file: z.string().optional(),
  range,
  path: z.array(z.string()).optional().describe('The front matter key concerned'),
  fix: z
    .object({
      kind: z.string() as unknown as z.ZodType<NonNullable<ReportedDiagnostic['fix']>['kind']>,
      title: z.string(),
      params: z.record(z.string(), z.string()).optional(),
      safe: z.boolean(),
      edits: z.array(z.object({ range, newText: z.string() })),
    })
    .optional(),
  line: z.number().int().describe('From 1'),
  column: z.number().int().describe('From 1, in code points'),
});
