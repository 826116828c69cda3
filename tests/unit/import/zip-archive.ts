import { ZipFile } from 'yazl';

/** How an entry, or the end, of a zip file is written. */
interface EntryOptions {
  mode?: number;
  /** With the extension for large files, whether they need it or not. */
  forceZip64Format?: boolean;
}

/** A zip file of texts, bytes and links (by their mode) in memory. */
export async function zipOf(
  files: [name: string, content: string | Uint8Array, options?: EntryOptions][],
  { forceZip64Format = false }: Pick<EntryOptions, 'forceZip64Format'> = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content, options] of files)
    zip.addBuffer(Buffer.from(content), name, { forceZip64Format, ...options });
  zip.end({ forceZip64Format, comment: '' });
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The same archive with another name in place of one of equal length, which a writer would refuse to write. */
export function renamedEntry(zip: Buffer, from: string, to: string): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at);
  return bytes;
}
