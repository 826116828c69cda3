const path = require('node:path');

const connections = {
  sqlite: (env) => ({
    connection: {
      filename: path.resolve(env('DATABASE_FILENAME', path.join(__dirname, '..', '.tmp', 'data.db'))),
    },
    useNullAsDefault: true,
  }),
  postgres: (env) => ({
    connection: {
      host: env('DATABASE_HOST', '127.0.0.1'),
      port: env.int('DATABASE_PORT', 5432),
      database: env('DATABASE_NAME', 'strapi'),
      user: env('DATABASE_USERNAME', 'strapi'),
      password: env('DATABASE_PASSWORD', 'strapi'),
      schema: env('DATABASE_SCHEMA', 'public'),
      ssl: false,
    },
    pool: { min: 0, max: 10 },
  }),
};

module.exports = ({ env }) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  return { connection: { client, ...connections[client](env) } };
};
