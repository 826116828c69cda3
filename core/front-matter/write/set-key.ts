import { readHeader } from '../read-header';
import { insertPair } from './insert-pair';
import { refuseEntry, refuseHeader } from './refusal';
import type { WriteOptions, WriteResult } from './result';
import { isWritableText, scalarText } from './scalar-text';
import { applySplice, type Splice } from './splice';
import { newValueText, rewriteValue, spliceValue } from './value-splice';
import { readsAsWritten } from './verify';
import { readsBack, saysAlready, type WritableValue } from './writable-value';

/**
 * Sets one key of a front matter text by changing as little of it as can be: only the value, in its own quotes and list style;
 * comments, order, spacing and line ends stay. A key that says the value already changes nothing. Of a duplicated key the
 * last is set. A new key goes after its predecessor in the order layout, title, slug, date, categories, tags, else last; an
 * empty text takes it too.
 *
 * The text is read again after the write: the key must give the value, and every other key what it gave before. On a
 * mismatch the value is written anew in its plainest form; on a second one the write is refused.
 */
export function setKey(
  yaml: string,
  key: string,
  value: WritableValue,
  options: WriteOptions = {},
): WriteResult {
  const header = readHeader(yaml, options);
  const refusal = refuseHeader(yaml, header);
  if (refusal) return { ok: false, reason: refusal };
  if (!isWritable(value)) return { ok: false, reason: 'not-writable' };
  const current = header.map.get(key);
  if (current !== undefined && saysAlready(key, current, value)) return { ok: true, yaml };

  const entry = header.entries.findLast((candidate) => candidate.key === key);
  if (!entry && current !== undefined) return { ok: false, reason: 'merged' };
  if (!entry) {
    const keyText = scalarText(key, 'plain', false);
    const splice = insertPair(yaml, header, keyText, newValueText(value), options.lineEnd ?? '\n');
    return firstThatReads([splice]);
  }
  if (current !== entry.value) return { ok: false, reason: 'merged' };
  const entryRefusal = refuseEntry(entry);
  if (entryRefusal) return { ok: false, reason: entryRefusal };
  return firstThatReads([spliceValue(yaml, entry, value), rewriteValue(yaml, entry, value)]);

  function firstThatReads(splices: Splice[]): WriteResult {
    for (const splice of splices) {
      const written = applySplice(yaml, splice);
      const isWanted = readsAsWritten(
        header,
        readHeader(written, options),
        key,
        (now) => now !== undefined && readsBack(key, now, value),
      );
      if (isWanted) return { ok: true, yaml: written };
    }
    return { ok: false, reason: 'mismatch' };
  }
}

function isWritable(value: WritableValue): boolean {
  if (typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every(isWritableText);
  return isWritableText(typeof value === 'string' ? value : value.date.text);
}
