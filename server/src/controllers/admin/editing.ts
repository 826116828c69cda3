import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { settingsToJson } from '../../../../core/admin/settings-json';
import { outlookRequest, relationTermsRequest, type EditingService } from '../../editing';
import { requireEditor, type EditorContext } from '../../permissions/editor-access';
import { POST_UID } from '../../plugin-id';
import { pressService } from '../../press-service';
import { parse } from '../parse-request';
import { requireLocale } from '../require-locale';

/** What of a request the actions use. */
export interface EditingContext extends EditorContext {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
}

/** What the form of a post asks while somebody writes; for whoever may open posts in the Content Manager. */
export const adminEditing = ({ strapi }: { strapi: Core.Strapi }) => {
  const editing = () => pressService<EditingService>(strapi, 'editing');
  return {
    /** `GET /press/editing/settings`: the settings by which the browser reads front matter. */
    async settings(context: EditorContext): Promise<unknown> {
      requireEditor(strapi, context, POST_UID, ['read', 'create', 'update']);
      const settings = await editing().settings();
      return {
        data: { settings: settingsToJson(settings), hasSchema: settings.frontMatter.schema !== undefined },
      };
    },

    /** `GET /press/editing/posts/:documentId?locale=`: what an edit starts from; null where there is no such post. */
    async stored(context: EditingContext): Promise<unknown> {
      requireEditor(strapi, context, POST_UID, ['read', 'update']);
      const locale = parse(z.string().optional(), context.query.locale);
      await requireLocale(strapi, locale);
      return { data: await editing().stored(context.params.documentId, locale ?? null) };
    },

    /** `POST /press/editing/terms`: the terms that the relations of a form name. */
    async terms(context: EditingContext): Promise<unknown> {
      requireEditor(strapi, context, POST_UID, ['read', 'create', 'update']);
      const request = parse(relationTermsRequest, context.request.body);
      await requireLocale(strapi, request.locale ?? undefined);
      return { data: await editing().relationTerms(request) };
    },

    /** `POST /press/editing/outlook`: what a post would be if its form were saved now; writes nothing. */
    async outlook(context: EditingContext): Promise<unknown> {
      requireEditor(strapi, context, POST_UID, ['read', 'create', 'update']);
      const request = parse(outlookRequest, context.request.body);
      await requireLocale(strapi, request.locale ?? undefined);
      return { data: await editing().outlook(request) };
    },
  };
};
