import type { Form, Search } from './elements';
import { integer, rubyPattern } from './pattern';

type Layout = Array<[key: 'year' | 'mon' | 'mday' | 'yday' | 'hour' | 'min' | 'sec', length: number]>;

/** How a run of digits is read as a date, by its length. */
const DATE_LAYOUTS: Record<number, Layout> = {
  2: [['mday', 2]],
  3: [['yday', 3]],
  4: [
    ['mon', 2],
    ['mday', 2],
  ],
  5: [
    ['year', 2],
    ['yday', 3],
  ],
  6: [
    ['year', 2],
    ['mon', 2],
    ['mday', 2],
  ],
  7: [
    ['year', 4],
    ['yday', 3],
  ],
  8: [
    ['year', 4],
    ['mon', 2],
    ['mday', 2],
  ],
  10: [
    ['year', 4],
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
  ],
  12: [
    ['year', 4],
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
  ],
  14: [
    ['year', 4],
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
};

/** How it is read where a fraction follows at once: its end is the second. */
const TIME_LAYOUTS: Record<number, Layout> = {
  2: [['sec', 2]],
  3: [
    ['min', 1],
    ['sec', 2],
  ],
  4: [
    ['min', 2],
    ['sec', 2],
  ],
  5: [
    ['hour', 1],
    ['min', 2],
    ['sec', 2],
  ],
  6: [
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
  7: [
    ['mday', 1],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
  8: [
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
  10: [
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
  12: [
    ['year', 2],
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
  14: [
    ['year', 4],
    ['mon', 2],
    ['mday', 2],
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
};

const CLOCK_LAYOUTS: Record<number, Layout> = {
  2: [['hour', 2]],
  4: [
    ['hour', 2],
    ['min', 2],
  ],
  6: [
    ['hour', 2],
    ['min', 2],
    ['sec', 2],
  ],
};

function readLayout(search: Search, digits: string, layout: Layout | undefined, sign: string): void {
  let at = 0;
  for (const [key, length] of layout ?? []) {
    const value = integer(digits.slice(at, at + length));
    search[key] = key === 'year' && sign === '-' ? -value : value;
    at += length;
    if (key === 'year' && length === 4 && digits.length !== 7) search.completeYear = false;
  }
}

/** Runs of digits without separators (`20211208`, `20211208T104618`); `parse_ddd` of date_parse.c. */
function takeDigits(search: Search, [, sign, digits, clock, fraction, zone]: RegExpExecArray): void {
  const isTime = clock === undefined && fraction !== undefined;
  readLayout(search, digits, (isTime ? TIME_LAYOUTS : DATE_LAYOUTS)[digits.length], sign);
  if (clock !== undefined) {
    readLayout(
      search,
      clock,
      (fraction === undefined ? CLOCK_LAYOUTS : TIME_LAYOUTS_OF_CLOCK)[clock.length],
      '',
    );
  }
  if (fraction !== undefined) search.fraction = fraction;
  if (zone !== undefined) search.zone = zone.startsWith('[') ? zoneInBrackets(zone) : zone;
}

const TIME_LAYOUTS_OF_CLOCK: Record<number, Layout> = {
  2: TIME_LAYOUTS[2],
  4: TIME_LAYOUTS[4],
  6: TIME_LAYOUTS[6],
};

/** `[-5:EST]` names its zone after the colon. */
function zoneInBrackets(zone: string): string {
  const inside = zone.slice(1, -1);
  const colon = inside.indexOf(':');
  return colon < 0 ? inside : inside.slice(colon + 1);
}

