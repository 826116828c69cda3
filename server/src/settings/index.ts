export { resolveSettings, type PartialSettings, type SettingsLayers } from './resolve-settings';
export { settingsService, type SettingsService, type WriteGround } from './settings-service';
export { siteUrlWarning } from './site-url-warning';
