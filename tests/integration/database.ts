import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

/** The database to connect to for creating others; a booted app overwrites the variable with its own. */
const MAINTENANCE_DATABASE = process.env.DATABASE_NAME ?? 'strapi';

/** A new, empty database and the variables that the app's config reads. */
export interface TestDatabase {
  env: Record<string, string>;
  drop(): Promise<void>;
}

/** SQLite in a temporary file; PostgreSQL where `DATABASE_CLIENT` says so, with a database of its own. */
export function createDatabase(): Promise<TestDatabase> {
  return process.env.DATABASE_CLIENT === 'postgres' ? createPostgres() : createSqlite();
}

async function createSqlite(): Promise<TestDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'press-database-'));
  return {
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(folder, 'data.db') },
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function createPostgres(): Promise<TestDatabase> {
  const name = `press_${randomBytes(6).toString('hex')}`;
  await asOwner((client) => client.query(`CREATE DATABASE ${name}`));
  return {
    env: { DATABASE_NAME: name },
    drop: () => asOwner((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

async function asOwner(run: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({
    host: process.env.DATABASE_HOST ?? '127.0.0.1',
    port: Number(process.env.DATABASE_PORT ?? 5432),
    database: MAINTENANCE_DATABASE,
    user: process.env.DATABASE_USERNAME ?? 'strapi',
    password: process.env.DATABASE_PASSWORD ?? 'strapi',
  });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
