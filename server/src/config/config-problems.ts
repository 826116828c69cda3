import { PLUGIN_ID } from '../plugin-id';
import { CONFIG } from './config-shape';

/** A config that cannot be used; the message names every key concerned. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(
      `${problems.length === 1 ? '1 key' : `${problems.length} keys`} cannot be used:\n- ${problems.join('\n- ')}`,
    );
    this.name = 'ConfigError';
  }
}

/** A sentence for each thing wrong with a config, with the key's path below `press`; none for `{}`. */
export function configProblems(config: unknown): string[] {
  return CONFIG(config ?? {}, PLUGIN_ID);
}
