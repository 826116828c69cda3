import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { reasonOf } from '../file-reason';
import type { SiteAsset } from '../site-asset';

/** The content of an asset, or why there is none. */
export type AssetContent = { bytes: Buffer } | { reason: string };

export async function contentOf(asset: SiteAsset, limit: number): Promise<AssetContent> {
  const { unreadable, content, size, absolute } = asset;
  if (unreadable !== undefined) return { reason: unreadable };
  const known = content?.length ?? size ?? 0;
  if (known > limit) return { reason: `${known} bytes, more than limits.imageBytes (${limit})` };
  if (content) return { bytes: Buffer.from(content) };
  try {
    return { bytes: await readFile(absolute) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Runs something with the place of an asset on disk; one out of an archive is put there meanwhile. */
export async function onDisk<Result>(
  { absolute }: SiteAsset,
  bytes: Buffer,
  use: (file: string) => Promise<Result>,
): Promise<Result> {
  if (absolute !== '') return use(absolute);
  const folder = await mkdtemp(path.join(tmpdir(), 'press-image-'));
  try {
    const file = path.join(folder, 'image');
    await writeFile(file, bytes);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
