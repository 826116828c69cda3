import type { Core } from '@strapi/strapi';
import { tableNames } from './table-names';

/** How a column's value becomes that of an attribute, as Strapi's entity manager gives it. */
const CONVERSIONS: Record<string, (value: unknown) => unknown> = {
  // Strapi has the driver of PostgreSQL give JSON as text too.
  json: (value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
  datetime: (value) => new Date(value as string | number | Date).toISOString(),
  boolean: (value) => Boolean(value),
};

/** The attributes of a row that was read past Strapi's entity manager; relations are left out. */
export function entityOfRow(
  strapi: Core.Strapi,
  uid: string,
  row: Record<string, unknown>,
): Record<string, unknown> {
  const { column } = tableNames(strapi, uid);
  const entity: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(strapi.db.metadata.get(uid).attributes)) {
    const value = row[column(name)];
    if (value === undefined || type === 'relation') continue;
    const convert = CONVERSIONS[type];
    entity[name] = value === null || !convert ? value : convert(value);
  }
  return entity;
}
