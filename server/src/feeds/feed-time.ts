import { zonedParts } from '../../../core/jekyll';

/** A moment as Jekyll's `date_to_xmlschema` writes it: in the site's time zone, to the second. */
export function feedTime(milliseconds: number, timezone: string): string {
  const { year, month, day, hour, minute, second, offset } = zonedParts(milliseconds, timezone);
  const date = [String(year).padStart(4, '0'), two(month), two(day)].join('-');
  const zone = Math.abs(Math.trunc(offset / 60));
  const sign = offset < 0 ? '-' : '+';
  return `${date}T${[hour, minute, second].map(two).join(':')}${sign}${two(Math.floor(zone / 60))}:${two(zone % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
