import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../plugin-id';
import { CommandError, EXIT, lineOf } from './io';
import { loadReadOnly, withoutTrace } from './read-only-app';
import { foreignSignalHandlers } from './signals';

interface StrapiModule {
  createStrapi: (options: Record<string, unknown>) => Core.Strapi;
  compileStrapi: (options: { appDir: string }) => Promise<{ appDir: string; distDir: string }>;
}

export interface AppOptions {
  /** Writes nothing: no table is created, no row changed, no file left behind. */
  readOnly: boolean;
}

/**
 * Loads the Strapi app of a folder without server and cron, runs something in it, and ends it. The app's own Strapi is
 * used; a TypeScript app's existing build is, where it has one.
 * @throws CommandError where the folder is no Strapi app with the plugin, or the app does not start.
 */
export async function withStrapiApp<Result>(
  folder: string,
  { readOnly }: AppOptions,
  run: (strapi: Core.Strapi) => Promise<Result>,
): Promise<Result> {
  const { createStrapi, compileStrapi } = appModule(folder);
  const app = await locate(folder, compileStrapi);
  const start = (): Core.Strapi => createQuietly(createStrapi, app);
  if (!readOnly) return runIn(folder, start, (strapi) => strapi.load(), run);
  return withoutTrace(folder, (scratch) =>
    runIn(folder, start, (strapi) => loadReadOnly(strapi, scratch), run),
  );
}

async function runIn<Result>(
  folder: string,
  start: () => Core.Strapi,
  load: (strapi: Core.Strapi) => Promise<unknown>,
  run: (strapi: Core.Strapi) => Promise<Result>,
): Promise<Result> {
  const removeForeign = foreignSignalHandlers();
  let strapi: Core.Strapi | undefined;
  try {
    strapi = start();
    removeForeign();
    await load(strapi);
    removeForeign();
  } catch (error) {
    await strapi?.destroy().catch(() => undefined);
    throw new CommandError(`the Strapi app in ${folder} does not start: ${lineOf(error)}`, EXIT.usage);
  }
  try {
    if (!strapi.plugins[PLUGIN_ID]) {
      throw new CommandError(
        `the plugin ${PLUGIN_ID} is not enabled in the Strapi app in ${folder}`,
        EXIT.usage,
      );
    }
    return await run(strapi);
  } finally {
    await strapi.destroy();
  }
}

/** Creates the instance with nothing but errors in its log: a command's own lines are the output. */
function createQuietly(create: StrapiModule['createStrapi'], app: Record<string, unknown>): Core.Strapi {
  const strapi = create({ ...app, autoReload: false, serveAdminPanel: false });
  strapi.log.level = 'error';
  strapi.config.set('server.cron.enabled', false);
  return strapi;
}

function appModule(folder: string): StrapiModule {
  try {
    return createRequire(path.join(folder, 'package.json'))('@strapi/strapi') as StrapiModule;
  } catch {
    throw new CommandError(
      `${folder} is no Strapi app: @strapi/strapi cannot be found from there. Change to the app's folder and try again.`,
      EXIT.usage,
    );
  }
}

async function locate(
  folder: string,
  compile: StrapiModule['compileStrapi'],
): Promise<{ appDir: string; distDir: string }> {
  if (!existsSync(path.join(folder, 'config'))) {
    throw new CommandError(`${folder} is no Strapi app: it has no folder config.`, EXIT.usage);
  }
  const outDir = outDirOf(folder);
  if (outDir === null) return { appDir: folder, distDir: folder };
  const dist = path.join(folder, outDir);
  if (existsSync(path.join(dist, 'config'))) return { appDir: folder, distDir: dist };
  return compile({ appDir: folder });
}

/** Where a TypeScript app is compiled to; null for a JavaScript app. */
function outDirOf(folder: string): string | null {
  const config = path.join(folder, 'tsconfig.json');
  if (!existsSync(config)) return null;
  return /"outDir"\s*:\s*"([^"]+)"/.exec(readFileSync(config, 'utf8'))?.[1] ?? null;
}
