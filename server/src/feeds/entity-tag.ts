import { createHash } from 'node:crypto';

/** An entity tag that is equal for equal values; weak, since the same text may be sent compressed or not (RFC 9110). */
export function entityTag(values: unknown): string {
  return `W/"${createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 27)}"`;
}
