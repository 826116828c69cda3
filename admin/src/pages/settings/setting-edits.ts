import type { SettingSource } from '../../../../core/admin/settings';

type Values = Record<string, unknown>;

/** What was changed on the page and is not saved: dotted path → value; null takes a key back to what lies below. */
export type SettingEdits = Record<string, unknown>;

/** The value at a dotted path; undefined where there is none. */
export function valueAt(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (isMap(at) && Object.hasOwn(at, key) ? at[key] : undefined), values);
}

/** Settings as they will hold when the edits are saved. */
export function withEdits<View extends object>(values: View, below: View, edits: SettingEdits): View {
  return Object.entries(edits).reduce<Values>(
    (all, [path, value]) => withValue(all, path.split('.'), value === null ? valueAt(below, path) : value),
    values as Values,
  ) as View;
}

/** One more edit; those of parts of the same value are replaced by it. */
export function withEdit(edits: SettingEdits, path: string, value: unknown): SettingEdits {
  const others = Object.entries(edits).filter(([other]) => !isWithin(other, path));
  return { ...Object.fromEntries(others), [path]: value };
}

/** The edits without those that change nothing. */
export function effectiveEdits(
  edits: SettingEdits,
  sources: Record<string, SettingSource>,
  values: unknown,
): SettingEdits {
  return Object.fromEntries(
    Object.entries(edits).filter(([path, value]) =>
      value === null ? sourceOf(sources, path) === 'admin' : !isSame(value, valueAt(values, path)),
    ),
  );
}

/** The edits as the server takes them. */
export function patchOf(edits: SettingEdits): Values {
  return Object.entries(edits).reduce<Values>(
    (patch, [path, value]) => withValue(patch, path.split('.'), value),
    {},
  );
}

const ORDER: readonly SettingSource[] = ['file', 'admin', 'site', 'default'];

/** Where a value comes from; that of a map is the first layer that says a part of it. */
export function sourceOf(sources: Record<string, SettingSource>, path: string): SettingSource {
  const said = Object.entries(sources).flatMap(([other, source]) => (isWithin(other, path) ? [source] : []));
  return ORDER.find((source) => said.includes(source)) ?? 'default';
}

/** What is wrong with a value or a part of it. */
export function problemsAt<Problem extends { path: string }>(
  problems: readonly Problem[],
  path: string,
): Problem[] {
  return problems.filter((problem) => isWithin(problem.path, path));
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withValue(values: Values, [key, ...rest]: string[], value: unknown): Values {
  if (rest.length > 0) {
    const inner = values[key];
    return { ...values, [key]: withValue(isMap(inner) ? inner : {}, rest, value) };
  }
  if (value !== undefined) return { ...values, [key]: value };
  const { [key]: _gone, ...others } = values;
  return others;
}
