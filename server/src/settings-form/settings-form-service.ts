import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  ExamplePost,
  SettingProblem,
  SettingsPatch,
  SettingsPreview,
  SettingsPreviewRequest,
  SettingsView,
} from '../../../core/admin/settings';
import { message, saying } from '../../../core/messages';
import type { Settings } from '../../../core/settings';
import { ConfigError } from '../config';
import { loadStoredPosts } from '../hook/stored-post';
import { i18nLocales } from '../i18n-locales';
import type { JobsService } from '../jobs';
import { OPEN_STATES } from '../jobs/job';
import type { ListingService } from '../listing';
import { errorSaying } from '../messages/error-saying';
import { pressService } from '../press-service';
import { resolveSettings, type SettingsService } from '../settings';
import {
  editableSettings,
  settingProblem,
  settingsBelow,
  settingSources,
  shadowedByFile,
} from '../settings/settings-view';
import { loadCategoryNodes } from '../terms/category-nodes';
import { exampleLinks } from './example-links';
import { examplePosts } from './example-posts';

const MOST_FOUND = 10;

/** The settings as administrators see and change them. */
export function settingsFormService({ strapi }: { strapi: Core.Strapi }) {
  const settings = () => pressService<SettingsService>(strapi, 'settings');

  return {
    /** The settings, where each comes from, and the job that renews posts after the last change. */
    async view(): Promise<SettingsView> {
      const layers = await settings().layers();
      return {
        values: editableSettings(resolveSettings(layers)),
        below: settingsBelow(layers),
        sources: settingSources(layers),
        belowSources: settingSources({ ...layers, admin: {} }),
        locales: (await i18nLocales(strapi).find()).map(({ code }) => code),
        jobId: await openRegeneration(),
      };
    },

    /**
     * Changes what administrators set.
     * @throws ValidationError naming each key that cannot be used.
     */
    async change(patch: SettingsPatch): Promise<void> {
      const shadowed = fileProblems(patch);
      if (shadowed.length > 0) throw validationError(shadowed);
      try {
        await settings().update(patch);
      } catch (error) {
        if (error instanceof ConfigError) throw validationError(error.problems.map(settingProblem));
        throw error;
      }
    },

    /** What a change would do; nothing is written. @param userAbility decides which posts are shown. */
    async preview({ patch, post }: SettingsPreviewRequest, userAbility: unknown): Promise<SettingsPreview> {
      const { problems, settings: after, regenerates } = await settings().foresee(patch);
      const all = [...fileProblems(patch), ...problems.map(settingProblem)];
      const posts = regenerates ? await pressService<ListingService>(strapi, 'listing').total('draft') : 0;
      const example = all.length > 0 ? null : await exampleOf(post, userAbility, after);
      return { problems: all, posts, example };
    },

    /** Published posts whose titles have a text, the newest first. */
    async findPosts(text: string, userAbility: unknown): Promise<ExamplePost[]> {
      const wanted = text === '' ? {} : { title: { $containsi: text } };
      const rows = await examplePosts(strapi, userAbility, { wanted, limit: MOST_FOUND });
      return rows.map(({ id: _id, ...post }) => post);
    },
  };

  async function openRegeneration(): Promise<number | null> {
    const open = await pressService<JobsService>(strapi, 'jobs').list({ states: OPEN_STATES });
    const regeneration = open.find(({ params }) => params.cause === 'settings');
    return regeneration?.id ?? null;
  }

  function fileProblems(patch: SettingsPatch): SettingProblem[] {
    return shadowedByFile(patch, settings().fromFile()).map((path) => ({
      path,
      ...saying('message', message('setting/in-file')),
    }));
  }

  async function exampleOf(
    wanted: SettingsPreviewRequest['post'],
    userAbility: unknown,
    after: Settings,
  ): Promise<SettingsPreview['example']> {
    const filters = wanted && {
      documentId: wanted.documentId,
      ...(wanted.locale ? { locale: wanted.locale } : {}),
    };
    const [row] = await examplePosts(strapi, userAbility, { wanted: filters, limit: 1 });
    if (!row) return null;
    const { id, ...post } = row;
    const [stored] = await loadStoredPosts(strapi, [id]);
    const ids = stored.categories.map((category) => category.id);
    const nodes = await loadCategoryNodes(strapi, ids);
    const categories = ids.flatMap((categoryId) => nodes.get(categoryId) ?? []);
    const before = await settings().get();
    return {
      post,
      before: exampleLinks(stored, categories, before),
      after: exampleLinks(stored, categories, after),
    };
  }
}

export type SettingsFormService = ReturnType<typeof settingsFormService>;

function validationError(problems: SettingProblem[]): errors.ValidationError {
  const [first] = problems;
  const said = message('setting/at', { path: first.path, problem: first.said.message });
  return errorSaying(errors.ValidationError, said, {
    errors: problems.map(({ path, ...problem }) => ({
      path: path.split('.'),
      ...problem,
      name: 'ValidationError',
    })),
  });
}
