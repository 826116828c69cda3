import { createHash } from 'node:crypto';

/**
 * A fixed-length key of long texts for unique indexes: SHA-256 over the parts with their lengths, hexadecimal. Databases
 * cannot index long text, and MariaDB's collation equates `News` and `news`.
 */
export function contentKey(...parts: (string | null)[]): string {
  let text = '';
  for (const part of parts) text += `${part?.length ?? 0}:${part ?? ''};`;
  return createHash('sha256').update(text).digest('hex');
}
