import type { Core } from '@strapi/strapi';
import { readSiteConfig, type SiteConfig } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { ConfigError, type WrongValue } from '../config';
import { PLUGIN_ID } from '../plugin-id';
import { pressService } from '../press-service';
import type { PendingRename } from '../terms/pending-renames';
import { resolveSettings, type PartialSettings, type SettingsLayers } from './resolve-settings';
import { fingerprintOf } from './settings-fingerprint';
import { mergeDeep, pathsOf, patchProblems } from './settings-patch';
import { settingsStore } from './settings-store';

/** What a change of settings asks of the regeneration service, which itself reads settings. */
interface Regeneration {
  follow(scope: 'all', cause: string): Promise<void>;
}

/** What every write of a post stands on. */
export interface WriteGround {
  settings: Settings;
  /** Terms that a job is writing into the texts of their posts. */
  renames: readonly PendingRename[];
}

const RECENT_MILLISECONDS = 60_000;

/** The resolved settings, the same on every node: each call looks at the stored row, and computes only if it changed. */
export function settingsService({ strapi }: { strapi: Core.Strapi }) {
  const store = settingsStore(strapi);
  let cached: (WriteGround & { raw: string | null; readAt: number }) | undefined;

  const file = (): PartialSettings => strapi.config.get<PartialSettings>(`plugin::${PLUGIN_ID}`, {});

  return {
    /** All settings, complete (DESIGN: section 8 for the precedence). One small query. */
    async get(): Promise<Settings> {
      return (await this.ground()).settings;
    },

    /** The settings with the terms that are being renamed. One small query for both. */
    async ground(): Promise<WriteGround> {
      const raw = await store.raw();
      const ground = cached?.raw === raw ? cached : resolve(raw);
      cached = { ...ground, raw, readAt: Date.now() };
      return cached;
    },

    /** As `get`, for what every reader asks: mostly without a query, and up to a minute after a change by another node. */
    async recent(): Promise<Settings> {
      const isRecent = cached !== undefined && Date.now() - cached.readAt < RECENT_MILLISECONDS;
      return cached && isRecent ? cached.settings : this.get();
    },

    /** The text of the `_config.yml` that was recorded at the last import; null where none was. */
    async siteConfig(): Promise<string | null> {
      return store.parse(await store.raw()).siteConfig;
    },

    /** The settings as they would be with another `_config.yml`; nothing is stored. */
    async withSiteConfig(yaml: string): Promise<Settings> {
      const { admin } = store.parse(await store.raw());
      return resolveSettings({ file: file(), admin, site: readSiteConfig(yaml).config });
    },

    /** What the settings are made of. */
    async layers(): Promise<SettingsLayers> {
      return layersOf(await store.raw());
    },

    /**
     * What a patch would make of the settings; nothing is stored.
     * @returns the reasons why it cannot be used, and whether posts would be generated otherwise.
     */
    async foresee(
      patch: Record<string, unknown>,
    ): Promise<{ problems: WrongValue[]; settings: Settings; regenerates: boolean }> {
      const layers = await this.layers();
      const problems = patchProblems(patch, mergeDeep(layers.admin, layers.file));
      const before = resolveSettings(layers);
      if (problems.length > 0) return { problems, settings: before, regenerates: false };
      const settings = resolveSettings({ ...layers, admin: mergeDeep(layers.admin, patch) });
      return { problems, settings, regenerates: fingerprintOf(settings) !== fingerprintOf(before) };
    },

    /** Dotted paths of the keys that the config file sets, which the admin shows read-only. */
    fromFile(): string[] {
      return pathsOf(file());
    },

    /**
     * Changes what administrators set; all posts follow, at once where they are few, else by a job.
     * @param patch any part of the settings; null takes a key back to what lies below.
     * @throws ConfigError naming each key that cannot be used, ValidationError naming a URL that two published posts
     * would have (a job leaves such posts as they are and names them in its report).
     */
    async update(patch: Record<string, unknown>): Promise<void> {
      await strapi.db.transaction(async () => {
        await store.change(({ admin }) => {
          const problems = patchProblems(patch, mergeDeep(admin, file()));
          if (problems.length > 0) throw new ConfigError(problems);
          return { admin: mergeDeep(admin, patch) };
        });
        await this.regenerate();
      });
    },

    /**
     * Records the site's `_config.yml` at import; its time zone, permalink, defaults and URL apply from then on.
     * @returns whether that changed anything; all posts are regenerated then.
     */
    async recordSiteConfig(yaml: string | null): Promise<boolean> {
      if ((await this.siteConfig()) === yaml) return false;
      await strapi.db.transaction(async () => {
        await store.change(() => ({ siteConfig: yaml }));
        await this.regenerate();
      });
      return true;
    },

    /** Notes in the running transaction that the texts of a term's posts do not say its new name yet. */
    async addRename(rename: PendingRename): Promise<void> {
      await store.change(({ renames }) => ({ renames: [...renames, rename] }));
    },

    /** Forgets renames that the texts of all posts say by now. */
    async forgetRenames(isSaid: (rename: PendingRename) => boolean): Promise<void> {
      const { renames } = store.parse(await store.raw());
      if (!renames.some(isSaid)) return;
      await store.change((stored) => ({ renames: stored.renames.filter((rename) => !isSaid(rename)) }));
    },

    /** At start: regenerates posts if the config file changed since they were generated. */
    async followConfigFile(): Promise<void> {
      const stored = store.parse(await store.raw()).fingerprint;
      const current = fingerprintOf(await this.get());
      if (stored === current) return;
      if (stored !== null)
        strapi.log.info('press: settings changed in the config file; posts are regenerated');
      await this.regenerate();
    },

    /**
     * Recomputes all posts, unless they were generated with equal settings: at once where they are few, else by a job.
     * Several nodes that start at the same time queue one.
     */
    async regenerate(): Promise<void> {
      await strapi.db.transaction(async () => {
        const fingerprint = fingerprintOf(await this.get());
        let differs = false;
        await store.change((stored) => {
          differs = stored.fingerprint !== fingerprint;
          return { fingerprint };
        });
        if (differs) await pressService<Regeneration>(strapi, 'regeneration').follow('all', 'settings');
      });
    },
  };

  function resolve(raw: string | null): WriteGround {
    return { settings: resolveSettings(layersOf(raw)), renames: store.parse(raw).renames };
  }

  function layersOf(raw: string | null): SettingsLayers {
    const { admin, siteConfig } = store.parse(raw);
    const site: SiteConfig = siteConfig === null ? {} : readSiteConfig(siteConfig).config;
    return { file: file(), admin, site };
  }
}

export type SettingsService = ReturnType<typeof settingsService>;
