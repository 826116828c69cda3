import { readHeader } from '../read-header';
import { endOfPair } from './insert-pair';
import { lineStart } from './lines';
import { refuseEntry, refuseHeader } from './refusal';
import type { WriteOptions, WriteResult } from './result';
import { applySplice } from './splice';
import { readsAsWritten } from './verify';

/** Removes a key with all its pairs, their lines and the comments in those lines; a text without the key stays as it is. */
export function removeKey(yaml: string, key: string, options: WriteOptions = {}): WriteResult {
  const header = readHeader(yaml, options);
  const refusal = refuseHeader(yaml, header);
  if (refusal) return { ok: false, reason: refusal };
  if (!header.map.has(key)) return { ok: true, yaml };
  const entries = header.entries.filter((entry) => entry.key === key);
  if (entries.at(-1)?.value !== header.map.get(key)) return { ok: false, reason: 'merged' };
  const entryRefusal = entries.map(refuseEntry).find((reason) => reason !== null);
  if (entryRefusal) return { ok: false, reason: entryRefusal };
  const written = entries.reduceRight((text, entry) => {
    const start = lineStart(yaml, entry.keyRange.start);
    return applySplice(text, { start, end: endOfPair(yaml, entry), text: '' });
  }, yaml);
  const isGone = readsAsWritten(header, readHeader(written, options), key, (value) => value === undefined);
  return isGone ? { ok: true, yaml: written } : { ok: false, reason: 'mismatch' };
}
