/** How values of a type stand in a column. */
const CONVERSIONS: Record<string, (value: unknown) => unknown> = {
  json: (value) => (value === null || value === undefined ? null : JSON.stringify(value)),
  datetime: (value) => (typeof value === 'string' ? new Date(value) : (value ?? null)),
};

/** The value of an attribute as its column takes it, where rows are written past Strapi's entity manager. */
export function columnValue(type: string, value: unknown): unknown {
  const convert = CONVERSIONS[type];
  return convert ? convert(value) : (value ?? null);
}
