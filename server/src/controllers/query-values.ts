import { errors } from '@strapi/utils';

type Query = Record<string, unknown>;

/** Refuses parameters that a route does not know, as Strapi's own routes do. @throws ValidationError */
export function requireKnown(query: Query, known: readonly string[]): void {
  for (const name of Object.keys(query))
    if (!known.includes(name))
      throw new errors.ValidationError(`Invalid parameter ${name}; expected ${known.join(', ')}`);
}

/** A text of the query; undefined where it is absent. @throws ValidationError */
export function textValue(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new errors.ValidationError(`The parameter ${name} must be one text`);
}

/** A whole number of the query; undefined where it is absent. @throws ValidationError */
export function numberValue(query: Query, name: string): number | undefined {
  const text = textValue(query, name);
  if (text === undefined) return undefined;
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw new errors.ValidationError(`The parameter ${name} must be a whole number; got ${text}`);
}

/** `true` or `false` of the query; undefined where it is absent. @throws ValidationError */
export function flagValue(query: Query, name: string): boolean | undefined {
  const text = textValue(query, name);
  if (text === undefined) return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new errors.ValidationError(`The parameter ${name} must be true or false; got ${text}`);
}

/** One of some texts of the query; undefined where it is absent. @throws ValidationError */
export function choiceValue<Choice extends string>(
  query: Query,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textValue(query, name);
  const found = choices.find((choice) => choice === text);
  if (text === undefined || found) return found;
  throw new errors.ValidationError(`The parameter ${name} must be ${choices.join(' or ')}; got ${text}`);
}
