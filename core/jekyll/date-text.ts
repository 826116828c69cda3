import { formatDate, formatOffset } from './site-date';
import { zonedParts } from './time-zone';

/** `2021-12-08`, with a time to the minute or second, a fraction and a zone where they stand. */
const WRITTEN_DATE =
  /^\d{4}-\d{2}-\d{2}(?:([T ]+)\d{2}:\d{2}(:\d{2})?(?:\.\d+)?( *)(?:(Z|UTC)|([+-])(\d{2})(:?)(\d{2}))?)?$/;

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/**
 * Texts that may say a moment in front matter, the best first: in the form and the zone of the text that stands there, then
 * `2021-12-29 08:43:42 +0800` in the site's zone. A text without zone can mean UTC or the site's zone: read it to know.
 *
 * @param written the date as it stands, without quotes; null where there is none
 */
export function dateTexts(epochMs: number, written: string | null, timezone: string): string[] {
  const match = WRITTEN_DATE.exec(written ?? '');
  const own = match ? zonesOf(match, timezone).map((zone) => fill(match, epochMs, zone)) : [];
  return [...own, formatDate(epochMs, timezone)];
}

/** A zone by its name, or by the seconds that it lies east of UTC. */
type Zone = string | number;

function zonesOf([, , , , utc, sign, hours, , minutes]: RegExpExecArray, timezone: string): Zone[] {
  if (utc !== undefined) return [0];
  if (sign === undefined) return ['UTC', timezone];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60;
  return [sign === '-' ? -offset : offset];
}

function fill(
  [, gap, seconds, blank, utc, sign, , colon]: RegExpExecArray,
  epochMs: number,
  zone: Zone,
): string {
  const parts =
    typeof zone === 'string' ? zonedParts(epochMs, zone) : zonedParts(epochMs + zone * 1000, 'UTC');
  const day = `${pad(parts.year, 4)}-${pad(parts.month)}-${pad(parts.day)}`;
  if (gap === undefined) return day;
  const second = seconds === undefined ? '' : `:${pad(parts.second)}`;
  const time = `${day}${gap}${pad(parts.hour)}:${pad(parts.minute)}${second}${blank ?? ''}`;
  if (utc !== undefined) return time + utc;
  if (sign === undefined || typeof zone === 'string') return time.trimEnd();
  const offset = formatOffset(zone);
  return `${time}${offset.slice(0, 3)}${colon ?? ''}${offset.slice(3)}`;
}
