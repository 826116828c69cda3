import { z } from '@strapi/utils';

const author = z
  .strictObject({ name: z.string(), url: z.url(), avatar: z.url() })
  .partial()
  .refine((found) => Object.keys(found).length > 0, 'an author has at least one key');

/** Keys of publishers begin with an underscore and a letter and have no dot. */
const EXTENSION = /^_[A-Za-z][^.]*$/;

/** Known keys are as they must be; others are refused, but for extensions, which are objects. */
function objectOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.looseObject(shape).superRefine((found, context) => {
    for (const [key, value] of Object.entries(found)) {
      if (key in shape) continue;
      if (!EXTENSION.test(key) || typeof value !== 'object' || value === null)
        context.addIssue({ code: 'custom', message: `unknown key ${key}` });
    }
  });
}

const item = objectOf({
  id: z.string().min(1),
  url: z.url().optional(),
  external_url: z.url().optional(),
  title: z.string().optional(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  summary: z.string().optional(),
  image: z.url().optional(),
  banner_image: z.url().optional(),
  date_published: z.iso.datetime({ offset: true }).optional(),
  date_modified: z.iso.datetime({ offset: true }).optional(),
  authors: z.array(author).optional(),
  tags: z.array(z.string()).optional(),
  language: z.string().optional(),
}).refine(
  ({ content_html: html, content_text: text }) => html !== undefined || text !== undefined,
  'an item has content_html, content_text or both',
);

/** The rules of https://www.jsonfeed.org/version/1.1/; extensions are objects. */
export const JSON_FEED = objectOf({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url().optional(),
  feed_url: z.url().optional(),
  description: z.string().optional(),
  user_comment: z.string().optional(),
  next_url: z.url().optional(),
  icon: z.url().optional(),
  favicon: z.url().optional(),
  authors: z.array(author).optional(),
  language: z.string().optional(),
  expired: z.boolean().optional(),
  items: z.array(item).refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'ids'),
});
