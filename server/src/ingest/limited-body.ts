import type { Readable } from 'node:stream';
import { errors } from '@strapi/utils';

/**
 * A request's body, part by part.
 * @param limit the most bytes that are read.
 * @throws PayloadTooLargeError beyond it.
 */
export async function* limitedBody(body: Readable, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  // A stream that is destroyed takes its socket along, and the client would never read the answer.
  for await (const part of body.iterator({ destroyOnReturn: false })) {
    bytes += (part as Uint8Array).length;
    if (bytes > limit) throw bodyTooLarge(limit);
    yield part as Uint8Array;
  }
}

export function bodyTooLarge(limit: number): Error {
  return new errors.PayloadTooLargeError(`The body is larger than limits.ingestBytes (${limit})`);
}
