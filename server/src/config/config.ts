import { ConfigError, wrongValues } from './config-problems';

/**
 * The plugin's entry in `config/plugins` (`press: { enabled, config }`). Defaults are filled in when settings are
 * resolved, so that what the file leaves out can come from the admin or from `_config.yml`.
 */
export const config = {
  default: {},
  /** Stops the boot with every key that cannot be used. */
  validator(values: unknown): void {
    const problems = wrongValues(values);
    if (problems.length > 0) throw new ConfigError(problems);
  },
};
