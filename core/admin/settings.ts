import type { Saying } from '../messages';
import type { BackLink, ShareLink } from '../post';
import type { Settings } from '../settings';

/** Which layer says a value; the first of these that does (DESIGN: section 8). */
export type SettingSource = 'file' | 'admin' | 'site' | 'default';

/** The settings that administrators see: all of them but code, limits and what only `_config.yml` says. */
export type EditableSettings = Omit<Settings, 'frontMatter' | 'defaults' | 'siteFiles' | 'limits'> & {
  frontMatter: Omit<Settings['frontMatter'], 'schema'>;
};

/** Settings and where each comes from. */
export interface SettingsView {
  /** As they hold. */
  values: EditableSettings;
  /** As they would hold if administrators had set nothing. */
  below: EditableSettings;
  /** By dotted path (`backLinks.home.label.en`); a list is one value. */
  sources: Record<string, SettingSource>;
  /** Which layer says a value if administrators had set nothing. */
  belowSources: Record<string, SettingSource>;
  /** Codes of the app's locales. */
  locales: string[];
  /** The job that renews posts after a change of settings; null where there is none. */
  jobId: number | null;
}

/** Why a value cannot be used. */
export interface SettingProblem extends Saying<'message'> {
  /** Dotted, with places of lists: `share.networks[0]`. */
  path: string;
}

/** Any part of the settings; null takes a key back to what lies below. */
export type SettingsPatch = Record<string, unknown>;

/** A published post that can be the example. */
export interface ExamplePost {
  documentId: string;
  locale: string | null;
  title: string | null;
}

/** What some settings make of a post. */
export interface ExampleLinks {
  /** URL path. */
  url: string | null;
  /** The whole address; null without `site.url`. */
  address: string | null;
  shareLinks: ShareLink[];
  backLinks: BackLink[];
  /** The block under the body; null where the settings have none. */
  footer: string | null;
}

export interface SettingsPreviewRequest {
  patch: SettingsPatch;
  /** The newest published one where nothing is said. */
  post?: { documentId: string; locale: string | null };
}

/** What a change of settings would do. */
export interface SettingsPreview {
  /** Empty where the settings can be saved. */
  problems: SettingProblem[];
  /** How many posts will be computed anew. */
  posts: number;
  /** Null where there is no published post that the user may read, or the settings cannot be used. */
  example: { post: ExamplePost; before: ExampleLinks; after: ExampleLinks } | null;
}
