import { factories, type Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { PERIOD_LENGTHS } from '../archive';
import { CATEGORY_UID, POST_UID } from '../plugin-id';
import { guardDrafts } from './guard-drafts';
import { guardDue } from './guard-due';

const text = (meaning: string) => z.string().optional().describe(meaning);
/** A whole number, as it stands in an address. */
const number = text;
const flag = (meaning: string) => z.enum(['true', 'false']).optional().describe(meaning);

/** Which posts are asked for, in lists and archives. */
const CHOICE = {
  category: text('Slug of a category that the posts have'),
  includeChildren: flag('Posts of the categories below it too'),
  tag: text('Slug of a tag that the posts have'),
  year: number("Only posts of this year in the site's time zone"),
  month: number('Only posts of this month of that year, 1 to 12'),
  status: z
    .enum(['published', 'draft'])
    .optional()
    .describe('Drafts are for API tokens and callers who may update posts'),
  locale: text('The default locale where absent'),
};

const pageInfo = z.object({
  hasNextPage: z.boolean().describe('Whether older posts follow'),
  hasPreviousPage: z.boolean().describe('Whether newer posts come before'),
  startCursor: z.string().nullable(),
  endCursor: z.string().nullable(),
});

const period = z.object({
  year: z.number().int(),
  month: z.number().int().nullable().describe('1 to 12; null in an archive by year'),
  day: z.number().int().nullable().describe('1 to 31; null in an archive by year or month'),
  count: z.number().int(),
});

const urlMeta = z.object({
  redirect: z
    .object({ to: z.string(), code: z.number().int() })
    .optional()
    .describe('Where readers are sent; there is no post then'),
  category: z
    .object({ documentId: z.string(), locale: z.string() })
    .optional()
    .describe('The category whose page it is; there is no post then'),
  tag: z
    .object({ documentId: z.string(), locale: z.string() })
    .optional()
    .describe('The tag whose page it is; there is no post then'),
});

/**
 * What front ends ask of posts and categories beside Strapi's core routes; the schemas are what `strapi openapi generate`
 * writes down. Who may find posts may find one by its URL, list and count them.
 */
export function readingRoutes({ strapi }: { strapi: Core.Strapi }) {
  const post = factories.createCoreValidator(POST_UID, strapi);
  const category = factories.createCoreValidator(CATEGORY_UID, strapi);
  const findPosts = { scope: [`${POST_UID}.find`] };
  return {
    type: 'content-api' as const,
    routes: [
      {
        method: 'GET' as const,
        path: '/posts/by-url',
        handler: 'post.byUrl',
        request: {
          query: {
            url: z.string().describe('A path or a whole URL of the site'),
            locale: text('Only in this locale; else in the default one first, then in the others'),
            ...post.queryParams(['fields', 'populate']),
          },
        },
        response: z.object({ data: post.document.nullable(), meta: urlMeta }),
        config: { auth: { ...findPosts }, middlewares: [guardDue(strapi, 'own')] },
      },
      {
        method: 'GET' as const,
        path: '/posts/by-cursor',
        handler: 'post.byCursor',
        request: {
          query: {
            first: number('How many posts, from the newest on; 1 to 100, else 20'),
            after: text('Only posts after this cursor, with first'),
            last: number('How many posts, from the oldest on; 1 to 100'),
            before: text('Only posts before this cursor, with last'),
            ...CHOICE,
            day: number('Only posts of this day of that month'),
            author: text('The author, as the posts have it'),
            withCount: flag('Counts the posts of all pages too'),
            ...post.queryParams(['fields', 'populate']),
          },
        },
        response: z.object({
          data: post.documents,
          meta: z.object({ pageInfo, totalCount: z.number().int().optional() }),
        }),
        config: {
          auth: { ...findPosts },
          middlewares: [guardDrafts(strapi), guardDue(strapi, 'own')],
        },
      },
      {
        method: 'GET' as const,
        path: '/archive',
        handler: 'post.archive',
        request: {
          query: { by: z.enum(PERIOD_LENGTHS).optional().describe('Months where absent'), ...CHOICE },
        },
        response: z.object({ data: z.array(period).describe('The newest first'), meta: z.object({}) }),
        config: { auth: { ...findPosts }, middlewares: [guardDrafts(strapi)] },
      },
      {
        method: 'GET' as const,
        path: '/categories/by-slug/:slug',
        handler: 'category.bySlug',
        request: {
          params: { slug: z.string().describe('The slug of a category') },
          query: {
            locale: text('The default locale where absent'),
            ...category.queryParams(['fields', 'populate']),
          },
        },
        response: z.object({ data: category.document, meta: z.object({}) }),
        config: { auth: { scope: [`${CATEGORY_UID}.findOne`] } },
      },
    ],
  };
}
