import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errors } from '@strapi/utils';
import { message, say } from '../../../core/messages';
import type { Settings } from '../../../core/settings';
import { InputError, TooLargeError } from '../import/input-error';
import type { FileList, OpenList } from '../import/listed-source';
import { openNdjsonList } from '../import/ndjson-source';
import { isInside } from '../import/site-path';
import { openZipList } from '../import/zip-source';
import { ingestItem } from './ingest-schema';
import { bodyTooLarge, limitedBody } from './limited-body';
import type { IngestType } from './media-types';

/** The body of an ingest request. */
export interface PostedBody {
  type: IngestType;
  /** All but JSON, which Strapi's body parser has read. */
  stream: Readable;
  json: unknown;
  /** The file's place in the site, for Markdown. */
  path: string | undefined;
}

type Limits = Settings['limits'];

/** Why a path is not let in. */
const OUTSIDE = message('file/outside-site');

/**
 * The files that a request brings.
 * @throws ValidationError where nothing can be read, PayloadTooLargeError beyond the limits.
 */
export async function openPostedList(body: PostedBody, limits: Limits): Promise<OpenList> {
  const open = await openList(body, limits);
  try {
    requireFiles(open.list, limits);
    return open;
  } catch (error) {
    await open.close();
    throw error;
  }
}

async function openList(body: PostedBody, limits: Limits): Promise<OpenList> {
  if (body.type === 'text/markdown') return markdownList(body, limits);
  if (body.type === 'application/json') return jsonList(body.json, limits);
  const input = limitedBody(body.stream, 'ingestBytes', limits);
  return body.type === 'application/zip' ? zipList(input, limits) : openNdjsonList(input);
}

async function markdownList({ stream, path: file }: PostedBody, limits: Limits): Promise<OpenList> {
  if (file === undefined)
    throw new errors.ValidationError(
      'The parameter path is needed: where the file lies in the site, such as _posts/2021-12-29-title.md',
    );
  const parts: Uint8Array[] = [];
  for await (const part of limitedBody(stream, 'ingestBytes', limits)) parts.push(part);
  return listOf([{ path: file, content: Buffer.concat(parts) }]);
}

function jsonList(json: unknown, limits: Limits): OpenList {
  if (!Array.isArray(json))
    throw new errors.ValidationError('Expected a list of { "path": …, "content": … }');
  let bytes = 0;
  const refused: FileList['refused'] = [];
  const files = json.flatMap((value: unknown, index) => {
    const item = ingestItem.safeParse(value);
    if (!item.success) {
      const text = 'expected { "path": "_posts/2021-12-29-title.md", "content": "…" }';
      refused.push({ path: `item ${index + 1}`, why: message('other', { text }) });
      return [];
    }
    const content = Buffer.from(item.data.content);
    bytes += content.length;
    if (bytes > limits.ingestBytes) throw bodyTooLarge('ingestBytes', limits);
    return { path: item.data.path, content };
  });
  return listOf(files, refused);
}

/** Of a path that comes twice the last counts, as in a folder that was written to. */
function listOf(files: { path: string; content: Uint8Array }[], refused: FileList['refused'] = []): OpenList {
  const contents = new Map(
    files.filter((file) => isInside(file.path)).map((file) => [file.path, file.content]),
  );
  const outside = files.filter((file) => !isInside(file.path));
  return {
    list: {
      name: 'request',
      paths: [...contents.keys()].sort(),
      refused: [...refused, ...outside.map((file) => ({ path: file.path, why: OUTSIDE }))],
      read: (name) => Promise.resolve({ path: name, absolute: '', content: contents.get(name) }),
    },
    close: () => Promise.resolve(),
  };
}

/** The directory of a zip file stands at its end, so that it is kept in a temporary file. */
async function zipList(input: AsyncIterable<Uint8Array>, limits: Limits): Promise<OpenList> {
  const folder = await mkdtemp(path.join(tmpdir(), 'press-ingest-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, 'posts.zip');
    await pipeline(Readable.from(input), createWriteStream(file));
    const { list, close } = await openZipList(file, {
      ...limits,
      archiveFiles: limits.ingestItems,
      archiveBytes: limits.ingestBytes,
    });
    return { list, close: () => close().finally(remove) };
  } catch (error) {
    await remove();
    if (error instanceof TooLargeError)
      throw new errors.PayloadTooLargeError(
        `The zip file holds more than limits.ingestItems (${limits.ingestItems}) files, or more than limits.ingestBytes (${limits.ingestBytes}) bytes unpacked`,
      );
    if (error instanceof InputError)
      throw new errors.ValidationError('The body cannot be read as a zip file');
    throw error;
  }
}

function requireFiles({ paths, refused }: FileList, { ingestItems }: Limits): void {
  const items = paths.length + refused.length;
  if (items > ingestItems)
    throw new errors.PayloadTooLargeError(`${items} files, more than limits.ingestItems (${ingestItems})`);
  if (items === 0) throw new errors.ValidationError('The body holds no files');
  if (paths.length > 0) return;
  throw new errors.ValidationError('None of the files can be let in', {
    errors: refused.map(({ path: file, why }) => ({
      path: [file],
      message: say(why, 'en'),
      name: 'ValidationError',
    })),
  });
}
