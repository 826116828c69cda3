const { randomBytes } = require('node:crypto');

/** The database to connect to for creating others; a started app overwrites the variable with its own. */
const MAINTENANCE_DATABASE = process.env.DATABASE_NAME ?? 'strapi';

/** A new, empty database: a file, or one on the PostgreSQL server of `DATABASE_*`. */
async function createDatabase(file) {
  if (process.env.DATABASE_CLIENT !== 'postgres') {
    return { env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file }, drop: async () => {} };
  }
  const name = `press_bench_${randomBytes(6).toString('hex')}`;
  await asOwner(`CREATE DATABASE ${name}`);
  return {
    env: { DATABASE_NAME: name },
    drop: () => asOwner(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function asOwner(statement) {
  const { Client } = require('pg');
  const client = new Client({
    host: process.env.DATABASE_HOST ?? '127.0.0.1',
    port: Number(process.env.DATABASE_PORT ?? 5432),
    database: MAINTENANCE_DATABASE,
    user: process.env.DATABASE_USERNAME ?? 'strapi',
    password: process.env.DATABASE_PASSWORD ?? 'strapi',
  });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

module.exports = { createDatabase };
