import { readFile } from 'node:fs/promises';
import { openSource } from '../../server/src/import/source';
import type { Failure } from './closing-lines';
import { answerOf, differences, type ExpectedPost } from './jekyll-answer';
import { answeredSettings, type AnswerConfig } from './site-settings';
import { orderFailures } from './site-runner';

/** What the real Jekyll answered for a site. */
export interface SiteAnswer {
  config: AnswerConfig;
  posts: ExpectedPost[];
}

/** How our reading of a site compares with the answer. */
export interface SiteComparison {
  /** Files that Jekyll or we read as posts. */
  compared: number;
  failures: Failure[];
}

/**
 * Reads a site as an import does, its own walk of the folder included, and compares each file with the answer. A file that
 * only one side reads differs in its status.
 */
export async function compareSite(name: string, folder: string, answer: SiteAnswer): Promise<SiteComparison> {
  const source = await openSource(folder);
  const config = source.siteConfig && new TextDecoder().decode(source.siteConfig.bytes);
  const settings = answeredSettings(config, answer.config);
  const expectedPosts = new Map(answer.posts.map((post) => [post.path, post]));
  const failures: Failure[] = [];
  let compared = 0;
  for await (const { path, absolute, unreadable } of source.files()) {
    const expected = expectedPosts.get(path) ?? { path, status: 'ignored' };
    expectedPosts.delete(path);
    const actual: ExpectedPost = unreadable
      ? { path, status: 'ignored' }
      : answerOf(path, await readFile(absolute), settings);
    if (actual.status !== 'ignored' || expected.status !== 'ignored') compared += 1;
    failures.push(...differences(actual, expected).map((difference) => ({ path, ...difference })));
  }
  for (const { path, status } of expectedPosts.values()) {
    if (status === 'ignored') continue;
    compared += 1;
    failures.push({ path, field: 'status', expected: status, actual: 'not found' });
  }
  failures.push(...orderFailures(inAnsweredOrder(answer)));
  return { compared, failures: failures.map((failure) => ({ site: name, ...failure })) };
}

/** The posts in the order of `site.posts`; none where some have no date, as Jekyll's own order is then left to chance. */
function inAnsweredOrder({ posts }: SiteAnswer): ExpectedPost[] {
  const kept = posts.filter(({ status }) => status === 'post');
  if (kept.some(({ date, order }) => typeof date !== 'string' || typeof order !== 'number')) return [];
  return kept.sort((a, b) => Number(a.order) - Number(b.order));
}

/** `site NAME: N posts compared, 0 fields differ`, with the counts of each field where some do. */
export function siteLine(name: string, { compared, failures }: SiteComparison): string {
  const counts = new Map<string, number>();
  for (const { field = '' } of failures) counts.set(field, (counts.get(field) ?? 0) + 1);
  const byField = [...counts].map(([field, count]) => `${field} ${count}`).join(', ');
  return `site ${name}: ${compared} posts compared, ${failures.length} fields differ${byField && ` (${byField})`}`;
}
