import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { SiteConfig } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { configProblems } from '../config/config-problems';
import { PLUGIN_ID } from '../plugin-id';
import { resolveSettings, type PartialSettings } from '../settings/resolve-settings';
import { configEnv } from './config-env';
import { CommandError, EXIT, lineOf } from './io';

/** Where a Strapi app, or the build of a TypeScript one, says how its plugins are configured. */
const APP_CONFIGS = ['config/plugins.js', 'dist/config/plugins.js'];

/**
 * The plugin's config for `validate`: a given file, else that of the Strapi app in the working directory, else none.
 * A file holds the config itself, or the entries of all plugins as `config/plugins` does.
 * @throws CommandError naming what cannot be read or used.
 */
export async function loadPluginConfig(cwd: string, file: string | undefined): Promise<PartialSettings> {
  if (file !== undefined) return usable(await load(path.resolve(cwd, file), file), file);
  if (!(await isStrapiApp(cwd))) return {};
  for (const candidate of APP_CONFIGS) {
    const found = path.join(cwd, candidate);
    if (await isFile(found)) return usable(await load(found, candidate), candidate);
  }
  return {};
}

/** Complete settings for the posts of a site, without a database. */
export function settingsOfSite(config: PartialSettings, site: SiteConfig): Settings {
  return resolveSettings({ file: config, admin: {}, site });
}

async function load(absolute: string, shown: string): Promise<unknown> {
  try {
    if (absolute.endsWith('.json')) return JSON.parse(await readFile(absolute, 'utf8')) as unknown;
    const loaded = createRequire(absolute)(absolute) as unknown;
    const exported = (loaded as { default?: unknown } | null)?.default ?? loaded;
    return typeof exported === 'function'
      ? (exported as (context: unknown) => unknown)({ env: configEnv })
      : exported;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CommandError(`${shown}: cannot be read as config: ${reason}`, EXIT.usage);
  }
}

function usable(loaded: unknown, shown: string): PartialSettings {
  const config = ownEntry(loaded, path.parse(shown).name === 'plugins');
  try {
    const problems = configProblems(config);
    if (problems.length === 0) return config as PartialSettings;
    throw new CommandError(`${shown}: ${problems.join('; ')}`, EXIT.usage);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${shown}: ${lineOf(error)}`, EXIT.usage);
  }
}

/** The plugin's part of what a file exports. */
function ownEntry(loaded: unknown, ofAllPlugins: boolean): unknown {
  const entry = (loaded as Record<string, unknown> | null)?.[PLUGIN_ID];
  if (typeof entry === 'object' && entry !== null) return (entry as { config?: unknown }).config ?? {};
  return ofAllPlugins ? {} : loaded;
}

/** Other projects have a file `config/plugins.js` too, with code of their own. */
async function isStrapiApp(folder: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const { dependencies } = manifest as { dependencies?: Record<string, string> };
    return dependencies !== undefined && '@strapi/strapi' in dependencies;
  } catch {
    return false;
  }
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
