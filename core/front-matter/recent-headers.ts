import type { Header } from './header';
import type { HeaderLimits } from './limits';

/** How many readings are kept: as many as one write of a post looks at again. */
const KEPT = 8;
/** Longer texts are not kept, so that what is kept stays small. */
const LONGEST_KEPT = 20_000;

interface Reading {
  yaml: string;
  limits: HeaderLimits;
  header: Header;
}

let recent: Reading[] = [];

/**
 * The reading of a text that was read a moment ago, else a new one. Reading, writing and diagnosing one post look at the
 * same text several times; a header is never changed once it is read.
 */
export function recentHeader(yaml: string, limits: HeaderLimits, read: () => Header): Header {
  if (yaml.length > LONGEST_KEPT) return read();
  const known = recent.find((reading) => reading.yaml === yaml && sameLimits(reading.limits, limits));
  if (known) return known.header;
  const header = read();
  recent = [{ yaml, limits, header }, ...recent.slice(0, KEPT - 1)];
  return header;
}

function sameLimits(a: HeaderLimits, b: HeaderLimits): boolean {
  return (Object.keys(a) as (keyof HeaderLimits)[]).every((name) => a[name] === b[name]);
}
