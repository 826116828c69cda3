import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import type { ExamplePost, SettingsPreview, SettingsView } from '../../../../core/admin/settings';
import type { AdminContext } from '../../permissions/admin-access';
import { pressService } from '../../press-service';
import type { SettingsFormService } from '../../settings-form';
import { parse } from '../parse-request';

/** What of a request the actions use. */
export interface SettingsContext extends AdminContext {
  query: Record<string, unknown>;
  request: { body?: unknown };
}

const patch = z.record(z.string(), z.unknown());
const changeRequest = z.strictObject({ patch });
const previewRequest = z.strictObject({
  patch,
  post: z.strictObject({ documentId: z.string(), locale: z.string().nullable() }).optional(),
});
const findRequest = z.object({ q: z.string().trim().max(200).default('') });

/** The settings page. */
export const adminSettings = ({ strapi }: { strapi: Core.Strapi }) => {
  const form = () => pressService<SettingsFormService>(strapi, 'settingsForm');
  return {
    /** `GET /press/settings`: what holds, and where each value comes from; no code, and nothing secret. */
    async find(): Promise<{ data: SettingsView }> {
      return { data: await form().view() };
    },

    /** `PUT /press/settings` with `{ patch }`: posts follow, at once where they are few, else by the job that is named. */
    async update({ request }: SettingsContext): Promise<{ data: SettingsView }> {
      await form().change(parse(changeRequest, request.body).patch);
      return { data: await form().view() };
    },

    /** `POST /press/settings/preview` with `{ patch, post? }`: what saving would do; writes nothing. */
    async preview({ request, state }: SettingsContext): Promise<{ data: SettingsPreview }> {
      return { data: await form().preview(parse(previewRequest, request.body), state.userAbility) };
    },

    /** `GET /press/settings/posts?q=`: published posts that can be the example. */
    async posts({ query, state }: SettingsContext): Promise<{ data: ExamplePost[] }> {
      return { data: await form().findPosts(parse(findRequest, query).q, state.userAbility) };
    },
  };
};
