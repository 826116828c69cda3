import { zonedParts } from '../../../core/jekyll';

/** Moments in milliseconds, `until` not among them. */
export interface Span {
  from: number;
  until: number;
}

/** A span in which the clocks of a zone are equally far from UTC. */
export interface OffsetSpan extends Span {
  /** Milliseconds east of UTC. */
  offset: number;
}

/** No zone changes its clocks twice within this time; where it breaks off for Ramadan, a month lies between. */
const STEP = 7 * 86_400_000;
const SECOND = 1000;

/** Parts of spans in which the clocks of a zone are equally far from UTC, in order; overlapping spans are joined before. */
export function offsetSpans(spans: readonly Span[], timezone: string): OffsetSpan[] {
  return joined(spans).flatMap((span) => parts(span, timezone));
}

function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { from, until } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else found.push({ from, until });
  }
  return found;
}

function parts({ from, until }: Span, timezone: string): OffsetSpan[] {
  const offsetAt = (moment: number): number => zonedParts(moment, timezone).offset * SECOND;
  const found: OffsetSpan[] = [{ from, until, offset: offsetAt(from) }];
  for (let start = from; start < until; start += STEP) {
    const end = Math.min(start + STEP, until - 1);
    const last = found[found.length - 1];
    const offset = offsetAt(end);
    if (offset === last.offset) continue;
    last.until = changeBetween(start, end, (moment) => offsetAt(moment) === offset);
    found.push({ from: last.until, until, offset });
  }
  return found;
}

/** The first second for which something holds, which does not hold at the start but does at the end. */
function changeBetween(start: number, end: number, holds: (moment: number) => boolean): number {
  let before = Math.floor(start / SECOND);
  let after = Math.ceil(end / SECOND);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle * SECOND)) after = middle;
    else before = middle;
  }
  return after * SECOND;
}
