import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** So many that what their beginnings share is told once, and few beside a lot of posts. */
const TOGETHER = 1000;
/** A sign that no file system has in names. */
const BETWEEN = '\0';
/** Keeps halves of surrogate pairs too, which a name may have on Windows. */
const ENCODING = 'utf16le';

/**
 * Names in their order, of many all but the next thousand deflated: a folder may hold a million posts, whose names take
 * 60 MB as strings. To be gone through once.
 */
export function packNames(names: readonly string[]): Iterable<string> {
  if (names.length <= TOGETHER) return names;
  const packs: Buffer[] = [];
  for (let start = 0; start < names.length; start += TOGETHER) {
    const text = names.slice(start, start + TOGETHER).join(BETWEEN);
    // A copy, as zlib gives a piece of a buffer of 16 KB, all of which would stay.
    packs.push(Buffer.from(deflateRawSync(Buffer.from(text, ENCODING), { level: 1 })));
  }
  return unpacked(packs);
}

function* unpacked(packs: readonly Buffer[]): Generator<string> {
  for (const pack of packs) yield* inflateRawSync(pack).toString(ENCODING).split(BETWEEN);
}
