import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listOf, listOfLocale } from '../../../server/src/listing/listing-tables';

/** The locales that Strapi's admin offers. */
function offeredLocales(): string[] {
  const root = path.dirname(require.resolve('@strapi/i18n/package.json'));
  const file = path.join(root, 'dist', 'server', 'constants', 'iso-locales.json.js');
  return [...readFileSync(file, 'utf8').matchAll(/code: "([^"]+)"/g)].map(([, code]) => code);
}

describe('the list of a locale', () => {
  it('is another one for each locale that Strapi offers', () => {
    const locales = offeredLocales();
    expect(locales.length).toBeGreaterThan(400);
    expect(new Set(locales.map(listOfLocale)).size).toBe(locales.length);
  });

  it('is an integer below those of all terms', () => {
    for (const locale of offeredLocales()) {
      const list = listOfLocale(locale);
      expect(list).toBeLessThan(Math.min(listOf('category', 0), listOf('tag', 0)));
      expect(list).toBeGreaterThanOrEqual(-(2 ** 31));
    }
  });
});
