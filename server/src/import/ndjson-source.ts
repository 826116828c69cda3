import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { message } from '../../../core/messages';
import { InputError } from './input-error';
import { listedSource, type FileList, type OpenList } from './listed-source';
import { isInside } from './site-path';
import type { Source } from './source';
import type { SourceFile } from './source-file';

/** Where a line lies in the spooled stream, in bytes. */
interface Span {
  start: number;
  length: number;
}

/**
 * A site out of a stream of lines `{"path": "_posts/2021-12-29-a.md", "content": "…"}` (NDJSON). The stream is kept in a
 * temporary file, as an import looks at `_config.yml` first; a line that cannot be read is refused by its number.
 */
export async function openNdjsonSource(input: AsyncIterable<Uint8Array | string>): Promise<Source> {
  const { list, close } = await openNdjsonList(input);
  try {
    if (list.paths.length + list.refused.length === 0)
      throw new InputError('-: nothing came in; expected lines {"path": …, "content": …}');
    return { ...(await listedSource(list)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The files of such a stream; none where nothing came in. */
export async function openNdjsonList(input: AsyncIterable<Uint8Array | string>): Promise<OpenList> {
  const folder = await mkdtemp(path.join(tmpdir(), 'press-stream-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, 'lines.ndjson');
    await spool(input, file);
    return { list: await listOf(file), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function spool(input: AsyncIterable<Uint8Array | string>, file: string): Promise<void> {
  const target = await open(file, 'w');
  try {
    for await (const part of input) await target.writeFile(part);
  } finally {
    await target.close();
  }
}

async function listOf(file: string): Promise<FileList> {
  const spans = new Map<string, Span>();
  const refused: FileList['refused'] = [];
  let number = 0;
  for await (const { start, bytes } of linesOf(file)) {
    number += 1;
    const line = bytes.toString('utf8').trim();
    const named = readLine(line);
    if (named === null) {
      const text = 'expected {"path": "_posts/2021-12-29-title.md", "content": "…"}';
      if (line !== '') refused.push({ path: `line ${number}`, why: message('other', { text }) });
    } else if (!isInside(named.path)) {
      refused.push({ path: named.path, why: message('file/outside-site') });
    } else {
      // Of a path that comes twice the last counts, as in a folder that was written to.
      spans.set(named.path, { start, length: bytes.length });
    }
  }
  const paths = [...spans.keys()].sort();
  return { name: '-', paths, refused, read: (name) => readSpan(file, name, spans.get(name)) };
}

function readLine(line: string): { path: string; content: string } | null {
  try {
    const value = JSON.parse(line) as { path?: unknown; content?: unknown } | null;
    if (typeof value?.path !== 'string' || typeof value.content !== 'string') return null;
    return { path: value.path, content: value.content };
  } catch {
    return null;
  }
}

const LINE_FEED = 0x0a;

/** The lines of a file by their bytes: Node's own line reader also ends a line at U+2028, which JSON may have in a text. */
async function* linesOf(file: string): AsyncGenerator<{ start: number; bytes: Buffer }> {
  let parts: Buffer[] = [];
  let start = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      const bytes = Buffer.concat([...parts, chunk.subarray(from, end)]);
      parts = [];
      yield { start, bytes };
      start += bytes.length + 1;
      from = end + 1;
    }
    parts.push(chunk.subarray(from));
  }
  const bytes = Buffer.concat(parts);
  if (bytes.length > 0) yield { start, bytes };
}

async function readSpan(file: string, name: string, span: Span | undefined): Promise<SourceFile> {
  if (!span) return { path: name, absolute: '', unreadable: message('file/missing') };
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(span.length);
    await handle.read(bytes, 0, span.length, span.start);
    const line = readLine(bytes.toString('utf8'));
    return { path: name, absolute: '', content: Buffer.from(line?.content ?? '') };
  } finally {
    await handle.close();
  }
}
