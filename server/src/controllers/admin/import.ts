import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { errors, z } from '@strapi/utils';
import { settingsToJson } from '../../../../core/admin/settings-json';
import { message } from '../../../../core/messages';
import { errorSaying } from '../../messages/error-saying';
import type { EditorContext } from '../../permissions/editor-access';
import { requireWriter } from '../../permissions/post-writer';
import { pressService } from '../../press-service';
import type { UploadsService } from '../../uploads';
import { parse } from '../parse-request';

/** What of a request the actions use. */
export interface ImportContext extends EditorContext {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown; length?: number };
  req: Readable;
  status: number;
  body: unknown;
  is(type: string): string | false | null;
  set(header: string, value: string): void;
}

const pageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(10),
});
const problemsQuery = pageQuery.extend({ kind: z.enum(['error', 'conflict', 'note']).optional() });
const fileQuery = z.strictObject({ path: z.string() });
const fileBody = z.strictObject({ path: z.string(), text: z.string().nullable() });
const runBody = z.strictObject({ overwrite: z.boolean().default(false) });
const nameQuery = z.strictObject({ name: z.string().min(1).max(255) });

/** Imports as the admin's page shows and drives them; who may import must also be able to write posts. */
export const adminImport = ({ strapi }: { strapi: Core.Strapi }) => {
  const uploads = () => pressService<UploadsService>(strapi, 'uploads');

  return {
    /** `GET /press/imports?page=&pageSize=`: all imports, those of commands too, the newest first. */
    async history({ query }: ImportContext): Promise<unknown> {
      const { page, pageSize } = parse(pageQuery, query);
      const { imports, total } = await uploads().history((page - 1) * pageSize, pageSize);
      const pageCount = Math.ceil(total / pageSize);
      return { data: imports, meta: { pagination: { page, pageSize, pageCount, total } } };
    },

    /** `POST /press/imports?name=` with a zip file as its body: keeps it and has it checked; 413 beyond the limits. */
    async receive(context: ImportContext): Promise<unknown> {
      requireWriter(strapi, context);
      const { name } = parse(nameQuery, context.query);
      if (!context.is('application/zip'))
        throw errorSaying(errors.ValidationError, message('request/zip-type'));
      const archive = { body: context.req, length: context.request.length ?? null };
      const id = await uploads().receive(archive, name);
      context.status = 201;
      return { data: { id } };
    },

    /** `GET /press/imports/:id`: how far it is, and its report without the files. */
    async detail({ params }: ImportContext): Promise<unknown> {
      return { data: await uploads().detail(idOf(params)) };
    },

    /** `GET /press/imports/:id/problems?kind=&page=&pageSize=`: files that there is something to say of. */
    async problems({ params, query }: ImportContext): Promise<unknown> {
      const { kind, page, pageSize } = parse(problemsQuery, query);
      const which = { kind, start: (page - 1) * pageSize, limit: pageSize };
      return { data: await uploads().problems(idOf(params), which) };
    },

    /** `GET /press/imports/:id/files?path=`: the text of a file, and the settings by which a browser reads it. */
    async text({ params, query }: ImportContext): Promise<unknown> {
      const { settings, ...text } = await uploads().text(idOf(params), parse(fileQuery, query).path);
      return { data: { ...text, settings: settingsToJson(settings) } };
    },

    /** `PUT /press/imports/:id/files` `{ path, text }`: keeps another text, or with null the file's own. */
    async writeText({ params, request }: ImportContext): Promise<unknown> {
      const { path, text } = parse(fileBody, request.body);
      return { data: await uploads().writeText(idOf(params), path, text) };
    },

    /** `POST /press/imports/:id/check`: checks again. */
    async check({ params }: ImportContext): Promise<unknown> {
      await uploads().check(idOf(params));
      return { data: { id: idOf(params) } };
    },

    /** `POST /press/imports/:id/fix`: makes all safe fixes, and checks again. */
    async fix({ params }: ImportContext): Promise<unknown> {
      await uploads().fix(idOf(params));
      return { data: { id: idOf(params) } };
    },

    /** `POST /press/imports/:id/run` `{ overwrite }`: imports. */
    async run(context: ImportContext): Promise<unknown> {
      requireWriter(strapi, context);
      const id = idOf(context.params);
      await uploads().run(id, parse(runBody, context.request.body ?? {}).overwrite);
      return { data: { id } };
    },

    /** `POST /press/imports/:id/resume`: goes on where it stopped. */
    async resume(context: ImportContext): Promise<unknown> {
      requireWriter(strapi, context);
      await uploads().resume(idOf(context.params));
      return { data: { id: idOf(context.params) } };
    },

    /** `DELETE /press/imports/:id`: removes what was sent. */
    async discard({ params }: ImportContext): Promise<unknown> {
      await uploads().discard(idOf(params));
      return { data: { id: idOf(params) } };
    },

    /** `GET /press/imports/:id/report`: the whole report as a JSON file. */
    async report(context: ImportContext): Promise<void> {
      const id = idOf(context.params);
      const parts = await uploads().report(id);
      context.set('Content-Type', 'application/json; charset=utf-8');
      context.set('Content-Disposition', `attachment; filename="import-${id}.json"`);
      context.body = Readable.from(parts);
    },
  };
};

function idOf({ id }: Record<string, string>): number {
  if (!/^[1-9]\d{0,14}$/.test(id)) throw errorSaying(errors.NotFoundError, message('import/gone', { id }));
  return Number(id);
}
