import { readFileSync } from 'node:fs';
import { comparePosts } from '../../core/jekyll';
import { settingsOf } from './case-runners';
import { answerOf, differences, type ExpectedPost } from './jekyll-answer';
import { readJson, sharedPath } from './shared-data';

interface SiteAnswer {
  config: Record<string, unknown>;
  posts: ExpectedPost[];
}

const answer = readJson<SiteAnswer>(sharedPath('data', 'finews.expected.json'));
const settings = settingsOf(answer.config);

describe('the news site', () => {
  it.each(answer.posts.map((post) => [post.path, post] as const))(
    '%s reads as in Jekyll',
    (path, expected) => {
      const actual = answerOf(path, readFileSync(sharedPath('data', 'finews', path)), settings);
      const wrong = differences(actual, expected);
      expect(wrong.map((field) => [field, actual[field]])).toEqual(
        wrong.map((field) => [field, expected[field]]),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('lists its posts in the order of Jekyll', () => {
    const posts = answer.posts
      .filter(({ status }) => status === 'post')
      .map(({ path, date, order }) => ({ path, date: Date.parse(String(date)), order: Number(order) }));
    const expected = [...posts].sort((a, b) => a.order - b.order).map(({ path }) => path);
    expect(posts.sort(comparePosts).map(({ path }) => path)).toEqual(expected);
  });
});
