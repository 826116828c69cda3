const FORMATS = new Map<string, Intl.DateTimeFormat>();

// Building a format takes longer than all the rest of a post's links.
function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timezone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  FORMATS.set(timezone, format);
  return format;
}

/**
 * The day of an ISO 8601 instant in a time zone (IANA name), as a post's URL is dated: `date` is `YYYY-MM-DD`. All
 * parts are '' where there is no date.
 */
export function publicationDay(
  instant: string | null,
  timezone: string,
): { date: string; year: string; month: string; day: string } {
  const time = instant === null ? Number.NaN : Date.parse(instant);
  if (Number.isNaN(time)) return { date: '', year: '', month: '', day: '' };
  const parts = formatOf(timezone).formatToParts(time);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  const [year, month, day] = [part('year').padStart(4, '0'), part('month'), part('day')];
  return { date: `${year}-${month}-${day}`, year, month, day };
}
