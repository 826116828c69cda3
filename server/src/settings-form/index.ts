export { settingsFormService, type SettingsFormService } from './settings-form-service';
