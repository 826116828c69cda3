import type { Form } from './elements';
import { integer, rubyPattern } from './pattern';

const HALF = String.raw`(?:m\b|\.m\.)`;
const WITH_COLONS = String.raw`\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?`;
const WITH_LETTERS = String.raw`\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?`;
const ZONE =
  String.raw`(?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?` +
  String.raw`|[\p{Alphabetic}.\s]+(?:standard|daylight)\stime\b` +
  String.raw`|\p{Alphabetic}+(?:\sdst)?\b`;

const PARTS = rubyPattern(
  String.raw`^(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d+))?s?)?)?(?:\s*([ap])${HALF})?`,
);

/** `9:05:06.5 pm EDT`, `9h05`, `9 a.m.`; whatever word follows is taken for the zone. */
export const CLOCK: Form = {
  pattern: rubyPattern(
    String.raw`((?:${WITH_COLONS}|${WITH_LETTERS})(?:\s*[ap]${HALF})?|\d+\s*[ap]${HALF})(?:\s*(${ZONE}))?`,
  ),
  found: (search, [, clock, zone]) => {
    if (zone !== undefined) search.zone = zone;
    const [, hour = '', minute, second, fraction, half] = PARTS.exec(clock) ?? [];
    search.hour = integer(hour);
    if (half !== undefined) search.hour = (search.hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    if (minute !== undefined) search.min = integer(minute);
    if (second !== undefined) search.sec = integer(second);
    if (fraction !== undefined) search.fraction = fraction;
  },
};
