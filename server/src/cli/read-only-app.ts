import { existsSync } from 'node:fs';
import { mkdtemp, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** What Strapi makes whenever an instance is created, inner paths first. */
const TRACES = ['.strapi-updater.json', 'database/migrations', 'database'];

/**
 * Loads an app as far as its database can be read: plugins are registered and the models known, but the steps after
 * that (schema sync, migrations, bootstrap) are left out, since each of them writes.
 * Source: `Strapi.bootstrap` of @strapi/core 5.54, which gives the models to the database first.
 * @param scratch an empty folder.
 */
export async function loadReadOnly(strapi: Core.Strapi, scratch: string): Promise<void> {
  keepAwayFromDisk(strapi, scratch);
  await strapi.register();
  const { db } = strapi;
  const init = db.init.bind(db);
  const stop = new Error('The models are known.');
  db.init = async (options) => {
    await init(options);
    throw stop;
  };
  try {
    await strapi.bootstrap();
  } catch (error) {
    if (error !== stop) throw error;
  }
}

/** Runs something with an empty folder, after which no file is left that was not there before. */
export async function withoutTrace<Result>(
  appFolder: string,
  run: (scratch: string) => Promise<Result>,
): Promise<Result> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'strapi-press-'));
  const traces = TRACES.map((name) => path.join(appFolder, name)).filter((name) => !existsSync(name));
  try {
    return await run(scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
    for (const name of traces) await removeTrace(name);
  }
}

/** Removes a file or an empty folder; one that is not there, or has something in it, stays as it is. */
async function removeTrace(name: string): Promise<void> {
  await rm(name, { force: true }).catch(() => rmdir(name).catch(() => undefined));
}

/** Opening a SQLite file that does not exist creates it, so an empty one elsewhere stands in for it. */
function keepAwayFromDisk(strapi: Core.Strapi, scratch: string): void {
  const key = 'database.connection.connection.filename';
  const file: unknown = strapi.config.get(key);
  if (strapi.config.get('database.connection.client') !== 'sqlite' || typeof file !== 'string') return;
  if (!existsSync(path.resolve(file))) strapi.config.set(key, path.join(scratch, 'empty.db'));
}
