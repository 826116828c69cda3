import { comparePosts } from '../../core/jekyll';
import type { Failure } from './closing-lines';
import { answerOf, differences, type ExpectedPost } from './jekyll-answer';
import { settingsOf } from './site-settings';

/** A file of a case: its text, or bytes in hexadecimal digits. */
export type CaseFile = string | { $bytes: string };

/** A small site: its files by their paths, and its `_config.yml` as JSON. */
export interface SiteInput {
  files: Record<string, CaseFile>;
  config: Record<string, unknown>;
}

const utf8 = new TextEncoder();

/** The bytes of a file of a case. */
export function fileBytes(file: CaseFile): Uint8Array {
  return typeof file === 'string' ? utf8.encode(file) : Uint8Array.from(Buffer.from(file.$bytes, 'hex'));
}

/** Reads the files of a small site. */
export function runSite({ files, config }: SiteInput, { posts }: { posts: ExpectedPost[] }): Failure[] {
  const settings = settingsOf(JSON.stringify(config));
  return posts.flatMap((expected) => {
    const actual = answerOf(expected.path, fileBytes(files[expected.path]), settings);
    return differences(actual, expected).map((difference) => ({ path: expected.path, ...difference }));
  });
}

/** Reads the files of a small site, whose answer names them in the order of `site.posts`. */
export function runOrder(input: SiteInput, expected: { posts: ExpectedPost[] }): Failure[] {
  return [...runSite(input, expected), ...orderFailures(expected.posts)];
}

/** Whether our order of dated posts is that of the answer. */
export function orderFailures(posts: ExpectedPost[]): Failure[] {
  const expected = posts.map(({ path }) => path);
  const dated = posts.map(({ path, date }) => ({ path, date: Date.parse(String(date)) }));
  const actual = dated.sort(comparePosts).map(({ path }) => path);
  return expected.join('\n') === actual.join('\n') ? [] : [{ field: 'order', expected, actual }];
}
