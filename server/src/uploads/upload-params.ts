import { hostname } from 'node:os';
import { z } from '@strapi/utils';

/** What the job of an upload holds. */
const uploadParams = z.object({
  /** The id of its folder. */
  upload: z.string(),
  name: z.string(),
  /** The machine that it lies on. */
  host: z.string(),
  options: z.object({ dryRun: z.boolean().optional(), overwrite: z.boolean().optional() }),
  /** Whether its files get their safe fixes first. */
  fixes: z.boolean().optional(),
});

export type UploadParams = z.infer<typeof uploadParams>;

/** A new upload is checked first. */
export function checkParams(upload: string, name: string): UploadParams {
  return { upload, name, host: hostname(), options: { dryRun: true } };
}

/** The parameters of a job that imports an upload; null for any other. */
export function readUploadParams(params: Record<string, unknown>): UploadParams | null {
  return uploadParams.safeParse(params).data ?? null;
}
