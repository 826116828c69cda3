import { createHash } from 'node:crypto';

/**
 * A fixed-length key of long texts for unique indexes: SHA-256 over the parts with their lengths, hexadecimal. Databases
 * cannot index long text, and MariaDB's collation equates `News` and `news`.
 */
export function contentKey(...parts: (string | null)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const text = part ?? '';
    hash.update(`${text.length}:${text};`);
  }
  return hash.digest('hex');
}
