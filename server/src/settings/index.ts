export { settingsService, type SettingsService } from './settings-service';
