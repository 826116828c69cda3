import type { Core } from '@strapi/strapi';
import { errors, z } from '@strapi/utils';
import { message } from '../../../../core/messages';
import type { DownloadsService, SentZip } from '../../downloads';
import { errorSaying } from '../../messages/error-saying';
import { requireEditor, type EditorContext } from '../../permissions/editor-access';
import { POST_UID } from '../../plugin-id';
import { pressService } from '../../press-service';
import { parse } from '../parse-request';
import { requireLocale } from '../require-locale';

/** What of a request the actions use. */
export interface ExportContext extends EditorContext {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  status: number;
  body: unknown;
  set(header: string, value: string): void;
}

/** A list shows at most 100 entries. */
const MOST = 100;

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day such as 2021-12-29')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'there is no such day')
  .nullable();
const beginBody = z
  .strictObject({
    status: z.enum(['published', 'all']),
    categories: z.array(z.string()).max(MOST),
    from: day,
    until: day,
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, {
    path: ['until'],
    message: 'the last day is before the first',
  });
const pageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(MOST).default(10),
});
const changesQuery = pageQuery.extend({ kind: z.enum(['new', 'changed', 'moved']).optional() });
const textsQuery = z.strictObject({ documentId: z.string(), locale: z.string().optional() });
const chosenQuery = z.strictObject({
  posts: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().min(1)).min(1).max(MOST)),
  locale: z.string().optional(),
});

/** Exports as the admin's page shows and drives them; who exports must also be able to read posts. */
export const adminExport = ({ strapi }: { strapi: Core.Strapi }) => {
  const downloads = () => pressService<DownloadsService>(strapi, 'downloads');
  const requireReader = (context: ExportContext) => requireEditor(strapi, context, POST_UID, ['read']);

  return {
    /** `GET /press/exports?page=&pageSize=`: exports of the admin, the newest first. */
    async history({ query }: ExportContext): Promise<unknown> {
      const { page, pageSize } = parse(pageQuery, query);
      const { exports, total } = await downloads().history((page - 1) * pageSize, pageSize);
      const pageCount = Math.ceil(total / pageSize);
      return { data: exports, meta: { pagination: { page, pageSize, pageCount, total } } };
    },

    /** `POST /press/exports` `{ status, categories, from, until }`: has a job write a zip file. */
    async begin(context: ExportContext): Promise<unknown> {
      requireReader(context);
      const id = await downloads().begin(parse(beginBody, context.request.body));
      context.status = 201;
      return { data: { id } };
    },

    /** `GET /press/exports/:id/changes?kind=&page=&pageSize=`: files that differ from those that were imported. */
    async changes(context: ExportContext): Promise<unknown> {
      requireReader(context);
      const { kind, page, pageSize } = parse(changesQuery, context.query);
      const which = { kind, start: (page - 1) * pageSize, limit: pageSize };
      return { data: await downloads().changes(idOf(context.params), which) };
    },

    /** `GET /press/exports/texts?documentId=&locale=`: a post's file as written now, and as imported where that is known. */
    async texts(context: ExportContext): Promise<unknown> {
      requireReader(context);
      const { documentId, locale } = parse(textsQuery, context.query);
      return { data: await downloads().texts({ documentId, locale: locale ?? null }) };
    },

    /** `GET /press/exports/:id/file`: the zip file. */
    async file(context: ExportContext): Promise<void> {
      requireReader(context);
      const id = idOf(context.params);
      send(context, await downloads().open(id), `export-${id}.zip`);
    },

    /** `GET /press/exports/chosen?posts=id,id&locale=`: a zip file of some posts. */
    async chosen(context: ExportContext): Promise<void> {
      requireReader(context);
      const { posts, locale } = parse(chosenQuery, context.query);
      await requireLocale(strapi, locale);
      send(context, await downloads().chosen(posts, locale ?? null), 'posts.zip');
    },

    /** `DELETE /press/exports/:id`: forgets it and removes its file. */
    async discard({ params }: ExportContext): Promise<unknown> {
      await downloads().discard(idOf(params));
      return { data: { id: idOf(params) } };
    },
  };
};

function send(context: ExportContext, { content, bytes }: SentZip, name: string): void {
  context.set('Content-Type', 'application/zip');
  context.set('Content-Length', String(bytes));
  context.set('Content-Disposition', `attachment; filename="${name}"`);
  context.body = content;
}

function idOf({ id }: Record<string, string>): number {
  if (!/^[1-9]\d{0,14}$/.test(id)) throw errorSaying(errors.NotFoundError, message('export/gone', { id }));
  return Number(id);
}
