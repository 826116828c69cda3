import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readSiteConfig } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { configProblems } from '../config/config-problems';
import { resolveSettings, type PartialSettings } from '../settings/resolve-settings';
import { CommandError, EXIT } from './io';

const APP_CONFIGS = ['config/plugins.js', 'dist/config/plugins.js'];

/** What Strapi hands to a config file's function. */
const env = Object.assign((name: string, fallback?: unknown) => process.env[name] ?? fallback, {
  int: (name: string, fallback?: number) => (process.env[name] ? Number(process.env[name]) : fallback),
  float: (name: string, fallback?: number) => (process.env[name] ? Number(process.env[name]) : fallback),
  bool: (name: string, fallback?: boolean) => (process.env[name] ? process.env[name] === 'true' : fallback),
  json: (name: string, fallback?: unknown): unknown =>
    process.env[name] ? JSON.parse(process.env[name] ?? '') : fallback,
  array: (name: string, fallback?: string[]) => process.env[name]?.split(',') ?? fallback,
});

/**
 * The plugin's config for `validate`: a given file, else that of a Strapi app in the working directory, else none.
 * The file holds the config itself, or all plugins as `config/plugins` does.
 */
export async function loadPluginConfig(cwd: string, file: string | undefined): Promise<PartialSettings> {
  if (file !== undefined) return checked(await load(path.resolve(cwd, file), file), file);
  for (const candidate of APP_CONFIGS) {
    const found = path.join(cwd, candidate);
    if (await exists(found)) return checked(await load(found, candidate), candidate);
  }
  return {};
}

/** Complete settings for the posts of a site, without a database. */
export function settingsOfSite(config: PartialSettings, siteConfig: string | null): Settings {
  const site = siteConfig === null ? {} : readSiteConfig(siteConfig).config;
  return resolveSettings({ file: config, admin: {}, site });
}

async function load(absolute: string, shown: string): Promise<unknown> {
  try {
    if (absolute.endsWith('.json')) return JSON.parse(await readFile(absolute, 'utf8')) as unknown;
    const loaded = createRequire(absolute)(absolute) as unknown;
    const exported = (loaded as { default?: unknown }).default ?? loaded;
    return typeof exported === 'function' ? (exported as (context: unknown) => unknown)({ env }) : exported;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CommandError(`${shown}: cannot be read as config: ${reason}`, EXIT.usage);
  }
}

function checked(loaded: unknown, shown: string): PartialSettings {
  const plugins = loaded as { press?: { config?: unknown } } | null;
  const config = plugins?.press ? (plugins.press.config ?? {}) : shown.includes('plugins') ? {} : loaded;
  const problems = configProblems(config);
  if (problems.length > 0) throw new CommandError(`${shown}: ${problems.join('; ')}`, EXIT.usage);
  return config as PartialSettings;
}

async function exists(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
