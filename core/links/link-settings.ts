import type { Settings } from '../settings';

/** The part of the settings that links depend on. */
export type LinkSettings = Pick<Settings, 'site' | 'share' | 'backLinks'>;

/** The part of the settings that footers depend on. */
export type FooterSettings = Pick<Settings, 'site' | 'share' | 'backLinks' | 'footer'>;
