import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { requireLocale } from './require-locale';
import { checkRequest, type CheckedText, type CheckRequest, type CheckService } from '../ingest';
import { pressService } from '../press-service';

/** What of a request the action uses. */
export interface CheckContext {
  request: { body?: unknown };
}

/** Front matter that is no post yet. */
export const frontMatter = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * `POST /api/press/front-matter/validate`: the problems of a post and what it would be (fields, URL, links); writes nothing.
   */
  async validate({ request }: CheckContext): Promise<unknown> {
    const parsed = checkRequest.safeParse(request.body);
    if (!parsed.success)
      throw new errors.ValidationError('Expected { text } or { content, path }', {
        errors: parsed.error.issues.map(({ path, message }) => ({
          path: path.map(String),
          message,
          name: 'ValidationError',
        })),
      });
    await requireLocale(strapi, parsed.data.locale);
    return { data: await pressService<CheckService>(strapi, 'check').check(checkedText(parsed.data)) };
  },
});

function checkedText({ text, content, path, locale }: CheckRequest): CheckedText {
  if (text !== undefined && content === undefined) return { text, path: path ?? null, locale };
  if (text === undefined && content !== undefined && path !== undefined) return { content, path, locale };
  throw new errors.ValidationError(
    text !== undefined && content !== undefined
      ? 'Send text or content, not both'
      : 'Send text (front matter alone), or content with its path (a whole file)',
  );
}
