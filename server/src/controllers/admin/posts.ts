import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { problemsOf, recategorize, regenerateChosen } from '../../editing';
import { mayEdit, requireEditor, type EditorContext } from '../../permissions/editor-access';
import { POST_UID } from '../../plugin-id';
import { parse } from '../parse-request';
import { requireLocale } from '../require-locale';

/** What of a request the actions use. */
export interface PostsContext extends EditorContext {
  request: { body?: unknown };
}

/** A list shows at most 100 entries. */
const MOST = 100;

const chosenPosts = z.strictObject({
  documentIds: z.array(z.string()).min(1).max(MOST),
  locale: z.string().nullable(),
});

const recategorizeRequest = chosenPosts.extend({
  change: z.enum(['add', 'remove', 'replace']),
  categories: z.array(z.string()).max(MOST),
});

/** What the list of posts shows and does with the posts that somebody chose in it. */
export const adminPosts = ({ strapi }: { strapi: Core.Strapi }) => {
  async function parsed<Asked extends { locale: string | null }>(
    schema: z.ZodType<Asked>,
    { request }: PostsContext,
  ): Promise<Asked> {
    const asked = parse(schema, request.body);
    await requireLocale(strapi, asked.locale ?? undefined);
    return asked;
  }

  return {
    /** `POST /press/posts/problems`: the problems of posts by document id. */
    async problems(context: PostsContext): Promise<unknown> {
      requireEditor(strapi, context, POST_UID, ['read']);
      return { data: await problemsOf(strapi, await parsed(chosenPosts, context)) };
    },

    /** `POST /press/posts/recategorize`: adds, removes or replaces categories; what became of each post. */
    async recategorize(context: PostsContext): Promise<unknown> {
      requireEditor(strapi, context, POST_UID, ['update']);
      const request = await parsed(recategorizeRequest, context);
      return { data: await recategorize(strapi, request, mayEdit(strapi, context, POST_UID, 'update')) };
    },

    /** `POST /press/posts/regenerate`: generates URL and links of posts anew. */
    async regenerate(context: PostsContext): Promise<unknown> {
      return { data: await regenerateChosen(strapi, await parsed(chosenPosts, context)) };
    },
  };
};
