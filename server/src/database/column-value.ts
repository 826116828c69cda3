type Conversion = (value: unknown) => unknown;

/** How values of a type stand in a column. */
const CONVERSIONS: Partial<Record<string, Conversion>> = {
  json: (value) => (value === null || value === undefined ? null : JSON.stringify(value)),
  datetime: (value) => (typeof value === 'string' ? new Date(value) : (value ?? null)),
};

const AS_IT_IS: Conversion = (value) => value ?? null;

/** Gives the value of an attribute of a type as its column takes it, where rows are written past Strapi's entity manager. */
export function columnConversion(type: string): Conversion {
  return CONVERSIONS[type] ?? AS_IT_IS;
}

/** The value of an attribute as its column takes it. */
export function columnValue(type: string, value: unknown): unknown {
  return columnConversion(type)(value);
}
