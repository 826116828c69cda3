import { defaultSettings } from '../../core/default-settings';
import type { Settings } from '../../core/settings';

/** Groups of settings of which a test names only some. */
type Group = 'site' | 'frontMatter' | 'share' | 'backLinks' | 'terms' | 'slug' | 'limits';

export type SettingsOverrides = Partial<Omit<Settings, Group>> & {
  [Name in Group]?: Partial<Settings[Name]>;
};

/** The default settings with the values of a test put over them, group by group. */
export function testSettings(overrides: SettingsOverrides = {}): Settings {
  const settings = defaultSettings();
  return {
    ...settings,
    ...overrides,
    site: { ...settings.site, ...overrides.site },
    frontMatter: { ...settings.frontMatter, ...overrides.frontMatter },
    share: { ...settings.share, ...overrides.share },
    backLinks: { ...settings.backLinks, ...overrides.backLinks },
    terms: { ...settings.terms, ...overrides.terms },
    slug: { ...settings.slug, ...overrides.slug },
    limits: { ...settings.limits, ...overrides.limits },
  };
}
