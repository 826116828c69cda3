import { isPlainObject, mergeWith } from 'lodash';
import { message } from '../../../core/messages';
import { wrongValues, type WrongValue } from '../config';
import { PLUGIN_ID } from '../plugin-id';
import { withoutNulls } from './resolve-settings';

type Values = Record<string, unknown>;

/** A patch is looked at together with what it comes on top of: a template may use variables that are set already. */
export function patchProblems(patch: Values, below: Values): WrongValue[] {
  const { schema } = (patch.frontMatter ?? {}) as { schema?: unknown };
  return [
    // A null says nothing, in a map of the user's own keys too.
    ...wrongValues(withoutNulls(mergeDeep(below, patch))),
    ...(schema ? [{ path: `${PLUGIN_ID}.frontMatter.schema`, problem: message('setting/code') }] : []),
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
