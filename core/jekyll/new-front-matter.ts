import { newValueText } from '../front-matter';
import type { PostFields } from '../post';
import { wholeSecond } from './post-field';
import { formatDate } from './site-date';

/**
 * The front matter of a post that has none yet: one line for each of the given fields, in their order, plain where that is
 * safe, lists in brackets, the date in the site's zone. Null where a field is empty and the text would have to say so.
 */
export function newFrontMatter(
  names: readonly (keyof PostFields)[],
  wanted: PostFields,
  keyOf: (name: keyof PostFields) => string,
  timezone: string,
): string | null {
  const lines: string[] = [];
  for (const name of names) {
    const text = valueText(name, wanted, timezone);
    if (text === null) return null;
    lines.push(`${keyOf(name)}: ${text}\n`);
  }
  return lines.join('');
}

function valueText(name: keyof PostFields, wanted: PostFields, timezone: string): string | null {
  if (name === 'date') {
    const epochMs = wholeSecond(wanted.date);
    return epochMs === null ? null : formatDate(epochMs, timezone);
  }
  const value = wanted[name];
  return value === null || value.length === 0 ? null : newValueText(value);
}
