import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { SelectedFile } from './selection';

/** Files that compression makes no smaller. */
const COMPRESSED = /\.(png|jpe?g|gif|webp|avif|mp[34]|m4a|mov|webm|ogg|pdf|zip|gz|woff2?)$/i;
/** Bytes that are held before the browser may put them away. */
const HELD = 4_000_000;

/**
 * Packs files into a zip file, one after the other and part by part, so that no more than a few megabytes of them are held;
 * the browser keeps the result where it likes.
 * @throws DOMException `AbortError` where it is stopped, `NotReadableError` for a file that changed meanwhile.
 */
export async function packFiles(
  files: readonly SelectedFile[],
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<Blob> {
  const archive: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let failure: Error | null = null;
  const zip = new Zip((error, part) => {
    if (error) failure = error;
    else {
      held.push(part);
      bytes += part.length;
    }
  });
  const putAway = (): void => {
    archive.push(new Blob(held));
    held = [];
    bytes = 0;
  };
  for (const [index, { path, file }] of files.entries()) {
    const entry = COMPRESSED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    const reader = file.stream().getReader();
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      entry.push(value);
      if (bytes > HELD) putAway();
    }
    entry.push(new Uint8Array(), true);
    onProgress(index + 1);
  }
  zip.end();
  if (failure) throw failure as Error;
  putAway();
  return new Blob(archive, { type: 'application/zip' });
}
