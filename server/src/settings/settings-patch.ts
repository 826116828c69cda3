import { isPlainObject, mergeWith } from 'lodash';
import { configProblems } from '../config';
import { withoutNulls } from './resolve-settings';

type Values = Record<string, unknown>;

/** A patch is looked at together with what it comes on top of: a template may use variables that are set already. */
export function patchProblems(patch: Values, below: Values): string[] {
  const { schema } = (patch.frontMatter ?? {}) as { schema?: unknown };
  return [
    // A null says nothing, in a map of the user's own keys too.
    ...configProblems(withoutNulls(mergeDeep(below, patch))),
    ...(schema ? ['press.frontMatter.schema: is code; expected in the config file only'] : []),
  ];
}

/** Maps are merged key by key, lists and all else are replaced whole. */
export function mergeDeep(below: Values, above: Values): Values {
  return mergeWith({}, below, above, (_old: unknown, value: unknown) =>
    isPlainObject(value) ? undefined : value,
  );
}

/** Dotted paths of all values, a list being one. */
export function pathsOf(values: Values, prefix = ''): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const path = `${prefix}${key}`;
    return isPlainObject(value) ? pathsOf(value as Values, `${path}.`) : [path];
  });
}
