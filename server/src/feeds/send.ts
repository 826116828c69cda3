import type { FeedAnswer } from './answer';

/** What of a Koa context answers use. */
export interface AnswerContext {
  get(header: string): string;
  set(header: string, value: string): void;
  vary(header: string): void;
  status: number;
  body: unknown;
}

/** Sends a text with what caches need to know, or 304 where the client has it. */
export async function send(context: AnswerContext, answer: FeedAnswer, cacheControl: string): Promise<void> {
  const { etag, lastModified, contentType } = answer;
  const modified = lastModified === null ? null : new Date(lastModified).toUTCString();
  context.set('Cache-Control', cacheControl);
  context.set('ETag', etag);
  if (modified) context.set('Last-Modified', modified);
  // Tokens and roles decide who gets it at all.
  context.vary('Authorization');
  if (isKnown(context, etag, modified)) {
    context.status = 304;
    return;
  }
  context.set('Content-Type', contentType);
  context.body = await answer.write();
}

/**
 * RFC 9110, section 13.1: the entity tag decides where the client sends one. Dates are compared for equality, since
 * deleting the newest post takes the date back.
 */
function isKnown(context: AnswerContext, etag: string, modified: string | null): boolean {
  const tags = context.get('If-None-Match');
  if (tags === '') return modified !== null && context.get('If-Modified-Since') === modified;
  const known = tags.split(',').map((tag) => opaque(tag.trim()));
  return known.includes('*') || known.includes(opaque(etag));
}

function opaque(tag: string): string {
  return tag.replace(/^W\//, '');
}
