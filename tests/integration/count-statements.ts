import { untilDatabaseIdle, type StrapiInstance } from './strapi-instance';

/** How many SQL statements something takes, without those that a write before it still causes. */
export async function countStatements(
  { strapi }: StrapiInstance,
  run: () => Promise<unknown>,
): Promise<number> {
  await untilDatabaseIdle(strapi, 30);
  let count = 0;
  const listener = (): void => {
    count += 1;
  };
  strapi.db.connection.on('query', listener);
  try {
    await run();
  } finally {
    strapi.db.connection.removeListener('query', listener);
  }
  return count;
}
