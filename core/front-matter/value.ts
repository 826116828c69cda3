/**
 * Values of front matter as safe_yaml 1.0.5 gives them to Jekyll. Ruby tells an Integer from a Float and a Date from a
 * Time, and `to_s` shows it in titles and terms (`1` is "1", `1.0` is "1.0"), so the difference is kept here.
 */
export type Value =
  | null
  | boolean
  | string
  | number
  | bigint
  | Float
  | CalendarDate
  | Timestamp
  | Value[]
  | ValueMap;

/** A map in the order of the text. Keys keep their type: `2021: x` has an integer key. */
export type ValueMap = Map<Value, Value>;

/** A Ruby Float; plain `number` and `bigint` are Ruby Integers. */
export class Float {
  constructor(readonly value: number) {}
}

/** A Ruby Date (`2021-12-08`): a day without a time or zone. */
export class CalendarDate {
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}
}

/** A Ruby Time that YAML recognised (`2021-12-08 10:46:18 +0800`). */
export class Timestamp {
  constructor(
    /** Milliseconds since 1970-01-01T00:00:00Z. */
    readonly epochMs: number,
    /** Seconds east of UTC as written; 0 for `Z` and for a time without zone, which YAML reads as UTC. */
    readonly utcOffset: number,
    /** Whether the text named its zone. Jekyll reads a zoneless YAML time as UTC (`date/no-time-zone`). */
    readonly hasZone: boolean,
    /** The fraction of the second, which may be finer than a millisecond. */
    readonly nanoseconds = (epochMs - Math.floor(epochMs / 1000) * 1000) * 1e6,
  ) {}
}
