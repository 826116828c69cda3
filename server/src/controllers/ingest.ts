import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { requireLocale } from './require-locale';
import { INGEST_TYPES, STREAMED_MARKDOWN, type IngestService, type IngestType } from '../ingest';
import { pressService } from '../press-service';

/** What of a request the action uses. */
export interface IngestContext {
  query: Record<string, unknown>;
  request: { body?: unknown };
  req: Readable;
  res: { once(event: 'close', listener: () => void): unknown; writableEnded: boolean };
  is(types: string[]): string | false | null;
  get(header: string): string;
  status: number;
}

const PARAMETERS = ['path', 'locale', 'overwrite'];

/**
 * `POST /api/press/posts/ingest`: stores the posts of the body and answers `{ data, meta: { counts } }` with what became of
 * each file; 400 where nothing can be read, 413 beyond the limits, 415 for a body of another type.
 */
export async function ingest(strapi: Core.Strapi, context: IngestContext): Promise<unknown> {
  const { path, locale, overwrite } = await parametersOf(strapi, context.query);
  const type = typeOf(context);
  if (type === null) return unsupported(context);
  if (path !== undefined && type !== 'text/markdown')
    throw new errors.ValidationError('The parameter path is for a body of the type text/markdown');
  const { req: stream, request } = context;
  return pressService<IngestService>(strapi, 'ingest').take(
    { type, stream, json: request.body, path },
    { locale, overwrite, signal: untilGone(context) },
  );
}

/** As Strapi answers; an error that was thrown with this status would be logged as one of the server. */
function unsupported(context: IngestContext): unknown {
  const message = `Expected a body of the type ${INGEST_TYPES.join(', ')}`;
  context.status = 415;
  return { data: null, error: { status: 415, name: 'UnsupportedMediaTypeError', message, details: {} } };
}

async function parametersOf(strapi: Core.Strapi, query: Record<string, unknown>) {
  for (const [name, value] of Object.entries(query)) {
    if (!PARAMETERS.includes(name))
      throw new errors.ValidationError(`Invalid parameter ${name}; expected ${PARAMETERS.join(', ')}`);
    if (typeof value !== 'string')
      throw new errors.ValidationError(`The parameter ${name} must be given once`);
  }
  const { path, locale, overwrite = 'false' } = query as Record<string, string | undefined>;
  if (overwrite !== 'true' && overwrite !== 'false')
    throw new errors.ValidationError('The parameter overwrite must be true or false');
  await requireLocale(strapi, locale);
  return { path, locale, overwrite: overwrite === 'true' };
}

/** @returns null for a type that is not taken, and for a compressed stream, which nobody would unpack. */
function typeOf(context: IngestContext): IngestType | null {
  const type = context.is([...INGEST_TYPES, STREAMED_MARKDOWN]);
  if (type === STREAMED_MARKDOWN) return isPacked(context) ? null : 'text/markdown';
  const known = INGEST_TYPES.find((name) => name === type) ?? null;
  return known !== 'application/json' && isPacked(context) ? null : known;
}

function isPacked(context: IngestContext): boolean {
  return !['', 'identity'].includes(context.get('content-encoding').toLowerCase());
}

/** Aborts when the client goes away before it is answered. */
function untilGone({ res }: IngestContext): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableEnded) gone.abort();
  });
  return gone.signal;
}
