import { say } from '../../../core/messages';
import { PLUGIN_ID } from '../plugin-id';
import type { WrongValue } from './checks';
import { CONFIG } from './config-shape';

/** A config that cannot be used; the message names every key concerned. */
export class ConfigError extends Error {
  constructor(readonly problems: WrongValue[]) {
    const sentences = problems.map(sentenceOf);
    super(
      `${problems.length === 1 ? '1 key' : `${problems.length} keys`} cannot be used:\n- ${sentences.join('\n- ')}`,
    );
    this.name = 'ConfigError';
  }
}

/** What cannot be used of a config, with the key's path from the plugin's id on; nothing for `{}`. */
export function wrongValues(config: unknown): WrongValue[] {
  return CONFIG(config ?? {}, PLUGIN_ID);
}

/** An English sentence for each thing wrong with a config. */
export function configProblems(config: unknown): string[] {
  return wrongValues(config).map(sentenceOf);
}

function sentenceOf({ path, problem }: WrongValue): string {
  return `${path}: ${say(problem, 'en')}`;
}
