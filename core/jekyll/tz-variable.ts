import { isTimeZone } from './time-zone';

/** A fixed offset in the form of POSIX, whose sign counts west of Greenwich: `UTC+8` is eight hours behind. */
const POSIX_OFFSET = /^[A-Za-z]{3,}([+-]?)(\d{1,2})(?::00)?$/;
/** Names of the tz database that are no `Area/Place`. The ICU library knows more (`CST`, `JST`), which the system does not. */
const SHORT_NAME =
  /^(?:UTC|UCT|GMT[+-]?0?|Greenwich|Universal|Zulu|[ECMW]ET|EST|MST|HST|[ECMP]ST[5678][ECMP]DT|PRC|RO[CK]|W-SU|NZ(?:-CHAT)?|GB(?:-Eire)?|[A-Z][a-z]{3,})$/;
const PLACE = /^[A-Z][A-Za-z]*\/[A-Z]/;

/**
 * The IANA name of the time zone that `timezone` of `_config.yml` stands for; null where it stands for none, which the
 * system takes for UTC. The case of letters counts.
 * Source: Jekyll 4.3, `Jekyll.set_timezone`, which sets the environment variable TZ; POSIX, section 8.3.
 */
export function timeZoneOf(text: string): string | null {
  const name = text.replace(/^:/, '');
  const offset = POSIX_OFFSET.exec(name);
  if (offset) {
    const west = (offset[1] === '-' ? -1 : 1) * Number(offset[2]);
    const zone = west === 0 ? 'UTC' : `Etc/GMT${west < 0 ? '-' : '+'}${Math.abs(west)}`;
    return isTimeZone(zone) ? zone : null;
  }
  return (SHORT_NAME.test(name) || PLACE.test(name)) && isTimeZone(name) ? name : null;
}
