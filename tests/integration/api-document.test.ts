import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportService } from '../../server/src/import';
import { askGraphql } from './graphql-client';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const ROOT = path.resolve(__dirname, '..', '..');
const DOCUMENT = path.join(ROOT, 'docs', 'api.md');

/** The queries of the document, each with the answer that follows it. */
function examples(): [heading: string, query: string, answer: string][] {
  const found: [string, string, string][] = [];
  for (const section of readFileSync(DOCUMENT, 'utf8').split(/^## /m).slice(1)) {
    const [heading] = section.split('\n', 1);
    for (const [, query, answer] of section.matchAll(/```graphql\n(.*?)```\s+```json\n(.*?)```/gs))
      found.push([heading, query, answer]);
  }
  return found;
}

let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi();
  const site = path.join(ROOT, 'demo', 'site');
  await instance.strapi.plugin('press').service<ImportService>('import').run(site);
  await setPublicActions(instance.strapi, actionsOn(['post', 'category', 'tag'], ['find', 'findOne']));
});

afterAll(() => instance.stop());

it('has an answer behind each query', () => {
  const queries = readFileSync(DOCUMENT, 'utf8').match(/^```graphql$/gm) ?? [];
  expect(queries.length).toBeGreaterThan(3);
  expect(examples()).toHaveLength(queries.length);
});

it.each(examples())('is what is answered: %s', async (_heading, query, answer) => {
  const { data, errors } = await askGraphql(instance, query);
  const shown =
    errors.length > 0
      ? { errors: errors.map(({ message, extensions }) => ({ message, code: extensions.code })) }
      : { data };
  expect(JSON.parse(JSON.stringify(shown, withoutCursors))).toEqual(JSON.parse(answer));
});

/** Cursors hold row ids, which are the database's; the document shows `…`. */
function withoutCursors(key: string, value: unknown): unknown {
  return /^(cursor|endCursor)$/.test(key) && typeof value === 'string' ? '…' : value;
}
