import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { compileStrapi, createStrapi, type Core } from '@strapi/strapi';
import { createApp, setPressConfig, type AppOptions } from './app-folder';
import { createDatabase } from './database';

/** A live Strapi with the plugin from its sources. One process can hold one at a time. */
export interface StrapiInstance {
  strapi: Core.Strapi;
  /** For supertest; listens on a free port of the loopback interface. */
  server: Server;
  /** The app's folder, gone after `stop`. */
  appDir: string;
  /** A token of the first administrator, who may do everything; created on the first call. */
  adminToken(): Promise<string>;
  /** The access key of a new API token. */
  apiToken(type: 'read-only' | 'full-access' | 'custom', permissions?: string[]): Promise<string>;
  /** Stops it and boots the same app on the same database with another config file; use what it returns from then on. */
  restart(press: Record<string, unknown>): Promise<StrapiInstance>;
  stop(): Promise<void>;
}

export interface InstanceOptions extends AppOptions {
  /** Locales besides the default `en`. */
  locales?: string[];
}

const ADMIN = { firstname: 'Ada', lastname: 'Editor', email: 'ada@paper.example', password: 'Harbour-1904' };

/** Boots a Strapi on a new app folder and a new, empty database. */
export async function startStrapi(options: InstanceOptions = {}): Promise<StrapiInstance> {
  const database = await createDatabase();
  const appDir = await createApp({ ...options, env: database.env });
  const remove = async (): Promise<void> => {
    await database.drop();
    await rm(appDir, { recursive: true, force: true });
  };
  try {
    const instance = await bootApp(appDir, remove);
    for (const code of options.locales ?? []) {
      await instance.strapi.plugin('i18n').service('locales').create({ code, name: code });
    }
    return instance;
  } catch (error) {
    await remove();
    throw error;
  }
}

/** @param remove takes away what the app leaves behind. */
async function bootApp(appDir: string, remove: () => Promise<void>): Promise<StrapiInstance> {
  const app = await compileStrapi({ appDir });
  const strapi = createStrapi({ ...app, autoReload: false, serveAdminPanel: false });
  try {
    await strapi.load();
  } catch (error) {
    // One that stopped half-way lacks services that its own clean-up asks for.
    await strapi.destroy().catch(() => strapi.db?.destroy());
    throw error;
  }
  strapi.server.mount();
  const server = strapi.server.httpServer;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let token: string | undefined;
  let live = true;
  const shutDown = async (): Promise<void> => {
    if (live) {
      await untilDatabaseIdle(strapi);
      await strapi.destroy();
    }
    live = false;
  };
  return {
    strapi,
    server,
    appDir,
    async adminToken() {
      token ??= await createAdminToken(strapi);
      return token;
    },
    async apiToken(type, permissions) {
      const name = `token ${randomBytes(4).toString('hex')}`;
      const created = await strapi
        .service('admin::api-token')
        .create({ name, description: '', type, lifespan: null, ...(permissions ? { permissions } : {}) });
      return created.accessKey as string;
    },
    async restart(press) {
      await shutDown();
      setPressConfig(press);
      return bootApp(appDir, remove);
    },
    async stop() {
      await shutDown();
      await remove();
    },
  };
}

/** The part of knex's pool (tarn) that says what is going on. */
interface ConnectionPool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/**
 * Strapi reads an entry for its `entry.*` events after the commit, without anybody waiting for it; a pool that is closed
 * meanwhile would reject that read and fail whichever test runs.
 * @param looks how often in a row nothing may be going on, five milliseconds apart.
 */
export async function untilDatabaseIdle(strapi: Core.Strapi, looks = 3): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: ConnectionPool };
  for (let quiet = 0; quiet < looks; ) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    quiet = pool.numUsed() + pool.numPendingAcquires() === 0 ? quiet + 1 : 0;
  }
}

/** Registers the first administrator, or signs in the one that is there since before a restart. */
async function createAdminToken(strapi: Core.Strapi): Promise<string> {
  const server = strapi.server.httpServer;
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen');
  const isKnown = (await strapi.service('admin::user').exists()) as boolean;
  const { email, password } = ADMIN;
  const response = await fetch(
    `http://127.0.0.1:${address.port}/admin/${isKnown ? 'login' : 'register-admin'}`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(isKnown ? { email, password } : ADMIN),
    },
  );
  if (!response.ok) throw new Error(`no administrator: ${await response.text()}`);
  const { data } = (await response.json()) as { data: { token: string } };
  return data.token;
}
