import { z } from '@strapi/utils';
import { diagnosticSchema } from './diagnostic-schema';

/** The body of a request that has front matter checked. */
export const checkRequest = z.strictObject({
  text: z.string().optional().describe('The front matter as YAML, without the lines ---'),
  content: z.string().optional().describe('A whole file instead; it needs its path'),
  path: z
    .string()
    .optional()
    .describe(
      "The file's place in the site, such as _posts/2021-12-29-title.md; its name says date and slug",
    ),
  locale: z.string().optional().describe('For a post whose lang names no locale; else the default locale'),
});

export type CheckRequest = z.infer<typeof checkRequest>;

const postFields = z.object({
  title: z.string().nullable(),
  slug: z.string(),
  date: z.string().nullable(),
  layout: z.string().nullable(),
  author: z.string().nullable(),
  source: z.string().nullable(),
  excerpt: z.string().nullable(),
  image: z.string().nullable(),
  permalink: z.string().nullable(),
  shareUrl: z.string().nullable(),
  categories: z.array(z.string()),
  tags: z.array(z.string()),
});

/** What the post would be. */
export const checkAnswer = z.object({
  data: z.object({
    diagnostics: z.array(diagnosticSchema).describe('Ranges are those of what was sent'),
    fields: postFields.nullable().describe('Null for a file that is no post'),
    url: z.string().nullable(),
    shareLinks: z.array(z.object({ network: z.string(), label: z.string(), url: z.string() })),
    backLinks: z.array(
      z.object({
        kind: z.enum(['category', 'parent', 'home']),
        label: z.string(),
        url: z.string(),
        category: z.string().optional().describe('Document id, where the category is stored'),
      }),
    ),
  }),
});

export type CheckAnswer = z.infer<typeof checkAnswer>;
