import type { Core } from '@strapi/strapi';
import { errors, z } from '@strapi/utils';
import type { MergeRequest, TermOutlookRequest } from '../../../../core/admin/terms';
import { message } from '../../../../core/messages';
import { i18nLocales } from '../../i18n-locales';
import { errorSaying } from '../../messages/error-saying';
import { requireEditor, type EditorContext } from '../../permissions/editor-access';
import { requireWork } from '../../permissions/job-access';
import { pressService } from '../../press-service';
import type { MergeService, TermKind, TermOutlookService } from '../../terms';
import { kindMessage, TERM_TYPES } from '../../terms/term-kind';
import { parse } from '../parse-request';
import { requireLocale } from '../require-locale';

/** What of a request the actions use. */
export interface TermsContext extends EditorContext {
  params: Record<string, string>;
  request: { body?: unknown };
}

const text = z.string().max(10_000).nullable();

const outlookRequest: z.ZodType<TermOutlookRequest> = z.strictObject({
  locale: z.string().nullable(),
  values: z.strictObject({
    name: text,
    slug: text,
    term: text,
    shareUrl: text.optional(),
    backLinkLabel: text.optional(),
  }),
  parent: z.string().nullable().optional(),
});

const mergeRequest: z.ZodType<MergeRequest> = z.strictObject({
  locale: z.string().nullable(),
  into: z.string(),
});

/** What the form of a category or tag shows beside its fields, and merging it into another one. */
export const adminTerms = ({ strapi }: { strapi: Core.Strapi }) => {
  const outlook = () => pressService<TermOutlookService>(strapi, 'termOutlook');

  async function parsed<Asked extends { locale: string | null }>(
    schema: z.ZodType<Asked>,
    { request }: TermsContext,
  ): Promise<Asked & { locale: string }> {
    const asked = parse(schema, request.body);
    await requireLocale(strapi, asked.locale ?? undefined);
    return { ...asked, locale: asked.locale ?? (await i18nLocales(strapi).getDefaultLocale()) };
  }

  async function pairOf(context: TermsContext) {
    const kind = kindOf(context);
    requireWork(strapi, context, { kind: 'merge', params: { kind } });
    const { locale, into } = await parsed(mergeRequest, context);
    return { kind, from: context.params.documentId, into, locale };
  }

  return {
    /** `POST /press/terms/:kind/:documentId/outlook`: what saving a form would do; writes nothing. */
    async outlook(context: TermsContext): Promise<unknown> {
      const kind = kindOf(context);
      requireEditor(strapi, context, TERM_TYPES[kind].uid, ['read', 'update']);
      const request = await parsed(outlookRequest, context);
      const found = await outlook().ofForm(kind, context.params.documentId, request);
      if (!found) {
        const gone = message('term/gone', { kind: kindMessage(kind), locale: request.locale });
        throw errorSaying(errors.NotFoundError, gone);
      }
      return { data: found };
    },

    /** `POST /press/terms/:kind/:documentId/merge-outlook`: what a merge would do; writes nothing. */
    async mergeOutlook(context: TermsContext): Promise<unknown> {
      return { data: await outlook().ofMerge(await pairOf(context)) };
    },

    /** `POST /press/terms/:kind/:documentId/merge`: queues the merge and gives the number of its job. */
    async merge(context: TermsContext): Promise<unknown> {
      const job = await pressService<MergeService>(strapi, 'merge').enqueue(await pairOf(context));
      return { data: { job } };
    },
  };
};

function kindOf({ params: { kind } }: TermsContext): TermKind {
  if (kind === 'category' || kind === 'tag') return kind;
  throw errorSaying(errors.NotFoundError, message('term/no-kind', { kind }));
}
