import { offsetAt } from './time-zone';
import { daysFromCivil } from './civil-date';

/** Hours east of UTC of the names that Ruby's `Time.zone_offset` always knows (RFC 822, section 5.1). */
const HOURS: Record<string, number> = {
  UTC: 0,
  UT: 0,
  GMT: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
'ABCDEFGHIKLM'.split('').forEach((letter, index) => (HOURS[letter] = index + 1));
'NOPQRSTUVWXY'.split('').forEach((letter, index) => (HOURS[letter] = -index - 1));

/**
 * Abbreviations of the IANA time zone database, hours east of UTC. Ruby knows such a name only where the site's own
 * zone uses it; Intl does not give the names, so a name counts as the zone's own where the offset fits.
 */
const STANDARD_HOURS: Record<string, number[]> = {
  WET: [0],
  CET: [1],
  WAT: [1],
  EET: [2],
  CAT: [2],
  SAST: [2],
  EAT: [3],
  MSK: [3],
  PKT: [5],
  IST: [2, 5.5],
  WIB: [7],
  WITA: [8],
  WIT: [9],
  HKT: [8],
  JST: [9],
  KST: [9],
  AWST: [8],
  ACST: [9.5],
  AEST: [10],
  NZST: [12],
  CHST: [10],
  SST: [-11],
  HST: [-10],
  AKST: [-9],
  AST: [-4],
  NST: [-3.5],
};
const DAYLIGHT_HOURS: Record<string, number[]> = {
  WEST: [1],
  BST: [1],
  CEST: [2],
  EEST: [3],
  IDT: [3],
  MSD: [4],
  ACDT: [10.5],
  AEDT: [11],
  NZDT: [13],
  HDT: [-9],
  AKDT: [-8],
  ADT: [-3],
  NDT: [-2.5],
};
const IRISH_SUMMER = { zones: ['Europe/Dublin', 'Eire'], name: 'IST', hours: 1 };
const LONGEST_OFFSET = 86400;

const NUMERIC = /^([+-])(\d\d)(:?)(\d\d)(?:\3(\d\d))?$/;
const NUMERIC_HOURS = /^[+-]\d\d$/;

/**
 * Seconds east of UTC that a zone in a text means; null where Ruby ignores it (`Asia/Shanghai`, `-400`) and reads the
 * time in the site's zone. `CST` is six hours west, also in China.
 * Source: Ruby 3.1, lib/time.rb, `Time.zone_offset`.
 */
export function zoneOffset(zone: string, year: number, timezone: string): number | null {
  const name = zone.toUpperCase();
  const numeric = NUMERIC.exec(name);
  if (numeric) {
    const seconds = (Number(numeric[2]) * 60 + Number(numeric[4])) * 60 + Number(numeric[5] ?? 0);
    return numeric[1] === '-' ? -seconds : seconds;
  }
  if (NUMERIC_HOURS.test(name)) return Number(name) * 3600;
  if (Object.hasOwn(HOURS, name)) return HOURS[name] * 3600;
  return localZoneOffset(name, year, timezone);
}

/** Whether a Ruby Time can carry an offset: less than a day. */
export function isOffsetInRange(offset: number): boolean {
  return Math.abs(offset) < LONGEST_OFFSET;
}

function localZoneOffset(name: string, year: number, timezone: string): number | null {
  if (!Object.hasOwn(STANDARD_HOURS, name) && !Object.hasOwn(DAYLIGHT_HOURS, name)) return null;
  const offsets = [1, 7].map((month) => offsetAt(daysFromCivil({ year, month, day: 1 }) * 86400, timezone));
  const standard = Math.min(...offsets);
  const daylight = Math.max(...offsets);
  if (STANDARD_HOURS[name]?.includes(standard / 3600)) return standard;
  if (daylight === standard) return null;
  if (DAYLIGHT_HOURS[name]?.includes(daylight / 3600)) return daylight;
  const irish = name === IRISH_SUMMER.name && IRISH_SUMMER.zones.includes(timezone);
  return irish && daylight === IRISH_SUMMER.hours * 3600 ? daylight : null;
}
