import { hostname } from 'node:os';
import { z } from '@strapi/utils';
import type { ExportRequest } from '../../../core/admin/export';

const downloadParams = z.object({
  /** The id of its folder. */
  download: z.string(),
  /** The machine on which it was asked for. */
  host: z.string(),
  request: z.object({
    status: z.enum(['published', 'all']),
    categories: z.array(z.string()),
    from: z.string().nullable(),
    until: z.string().nullable(),
  }),
});

/** What the job of an export holds. */
export type DownloadParams = z.infer<typeof downloadParams>;

export function downloadParamsOf(download: string, request: ExportRequest): DownloadParams {
  return { download, host: hostname(), request };
}

/** @returns null for the parameters of any other job. */
export function readDownloadParams(params: Record<string, unknown>): DownloadParams | null {
  return downloadParams.safeParse(params).data ?? null;
}
