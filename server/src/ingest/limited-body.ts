import type { Readable } from 'node:stream';
import { errors } from '@strapi/utils';
import { message } from '../../../core/messages';
import type { Settings } from '../../../core/settings';
import { errorSaying } from '../messages/error-saying';

/** The settings that limit what a request brings. */
type BodyLimit = 'ingestBytes' | 'archiveBytes';

/**
 * A request's body, part by part.
 * @param name the setting that says how many bytes are read at most.
 * @throws PayloadTooLargeError beyond it.
 */
export async function* limitedBody(
  body: Readable,
  name: BodyLimit,
  limits: Settings['limits'],
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  // A stream that is destroyed takes its socket along, and the client would never read the answer.
  for await (const part of body.iterator({ destroyOnReturn: false })) {
    bytes += (part as Uint8Array).length;
    if (bytes > limits[name]) throw bodyTooLarge(name, limits);
    yield part as Uint8Array;
  }
}

export function bodyTooLarge(name: BodyLimit, limits: Settings['limits']): Error {
  const said = message('request/too-large', { limit: name, bytes: limits[name] });
  return errorSaying(errors.PayloadTooLargeError, said);
}
