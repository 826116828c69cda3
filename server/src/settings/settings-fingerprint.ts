import type { Settings } from '../../../core/settings';

/**
 * A text that is equal as long as posts would be generated equally: nothing of a post depends on the settings of feeds. A
 * schema is code and cannot be compared.
 */
export function fingerprintOf(settings: Settings): string {
  const { frontMatter, feeds, ...rest } = settings;
  const { schema, ...comparable } = frontMatter;
  return JSON.stringify(
    { ...rest, frontMatter: { ...comparable, schema: Boolean(schema) } },
    (_key, value: unknown) => (value instanceof Map ? [...(value as Map<unknown, unknown>)] : value),
  );
}
