import type { Core } from '@strapi/strapi';
import { sortBy } from 'lodash';
import { PROBLEM_PAGE, type ProblemPost, type RuleProblems } from '../../../core/admin/overview';
import {
  DEFAULT_SEVERITIES,
  type Diagnostic,
  type RuleId,
  type RuleSeverities,
} from '../../../core/diagnostics';
import { entityOfRow } from '../database/entity-of-row';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { POST_UID } from '../plugin-id';

/** Posts that break exactly these rules. */
interface Combination {
  /** The column `problems`. */
  key: string;
  posts: number;
}

const ORDER = ['error', 'warning', 'info'];

/** Which rules the drafts of a locale break, by an index that holds nothing else; every post has a draft. */
export async function brokenRules(
  strapi: Core.Strapi,
  locale: string,
  severities: RuleSeverities,
): Promise<{ posts: number; rules: RuleProblems[] }> {
  const combinations = await combinationsOf(strapi, locale);
  const posts = new Map<RuleId, number>();
  for (const { key, posts: count } of combinations)
    for (const rule of rulesOf(key)) posts.set(rule, (posts.get(rule) ?? 0) + count);
  const rules = [...posts].flatMap(([ruleId, count]) => {
    const severity = severities[ruleId] ?? DEFAULT_SEVERITIES[ruleId];
    return severity === 'off' ? [] : [{ ruleId, severity, posts: count }];
  });
  return {
    posts: combinations.reduce((sum, { posts: count }) => sum + count, 0),
    rules: sortBy(
      rules,
      ({ severity }) => ORDER.indexOf(severity),
      ({ posts: count }) => -count,
    ),
  };
}

/** A page of the posts that break a rule, the newest rows first. @param page from 1. */
export async function postsBreaking(
  strapi: Core.Strapi,
  rule: string,
  locale: string,
  page: number,
): Promise<ProblemPost[]> {
  const keys = (await combinationsOf(strapi, locale)).flatMap(({ key }) =>
    rulesOf(key).includes(rule as RuleId) ? [key] : [],
  );
  if (keys.length === 0) return [];
  const { table, column } = tableNames(strapi, POST_UID);
  const wanted = ['documentId', 'title', 'filePath', 'diagnostics'];
  const end = page * PROBLEM_PAGE;
  const ids = await readRows<{ id: number }>(strapi, {
    name: `ids of posts with problems ${keys.length} ${end}`,
    table,
    build: (query) =>
      query
        .select('id')
        .whereIn(column('problems'), keys)
        .where(column('locale'), locale)
        .whereNull(column('publishedAt'))
        .orderBy('id', 'desc')
        .limit(end),
    values: [...keys, locale, end],
  });
  const shown = ids.slice(end - PROBLEM_PAGE).map(({ id }) => id);
  if (shown.length === 0) return [];
  const rows = await readRows<Record<string, unknown>>(strapi, {
    name: `posts with problems ${shown.length}`,
    table,
    build: (query) =>
      query
        .select('id', ...wanted.map(column))
        .whereIn('id', shown)
        .orderBy('id', 'desc'),
    values: shown,
  });
  return rows.map((row) => {
    const post = entityOfRow(strapi, POST_UID, row) as unknown as ProblemPost;
    const diagnostics = (post.diagnostics as Diagnostic[] | null) ?? [];
    return {
      documentId: post.documentId,
      title: post.title,
      filePath: post.filePath,
      diagnostics: diagnostics.filter(({ ruleId }) => ruleId === rule),
    };
  });
}

async function combinationsOf(strapi: Core.Strapi, locale: string): Promise<Combination[]> {
  const { table, column } = tableNames(strapi, POST_UID);
  const problems = column('problems');
  const rows = await readRows<{ key: string; posts: number | string }>(strapi, {
    name: 'rules that posts break',
    table,
    build: (query, { raw }) =>
      query
        .select(raw('?? as ??', problems, 'key'), raw('count(*) as ??', 'posts'))
        .where(problems, '>', '')
        .where(column('locale'), locale)
        .whereNull(column('publishedAt'))
        .groupBy(problems),
    values: ['', locale],
  });
  return rows.map(({ key, posts }) => ({ key, posts: Number(posts) }));
}

function rulesOf(key: string): RuleId[] {
  return key.split(' ').filter((rule): rule is RuleId => Object.hasOwn(DEFAULT_SEVERITIES, rule));
}
