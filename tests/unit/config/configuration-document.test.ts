import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isPlainObject } from 'lodash';
import { defaultSettings } from '../../../core/default-settings';
import { configProblems } from '../../../server/src/config';
import { FINEWS_CONFIG } from '../../corpus/finews-settings';

const DOCUMENT = readFileSync(path.resolve(__dirname, '..', '..', '..', 'docs', 'configuration.md'), 'utf8');

interface Row {
  key: string;
  default: string;
  example: string;
}

/** The rows of the tables of keys; a bar inside code is part of the cell. */
function rows(): Row[] {
  return DOCUMENT.split('\n').flatMap((line) => {
    const cells = line.replace(/`[^`]*`/g, (code) => code.replace(/\|/g, '\u0000')).split('|');
    const [key, , ...rest] = cells.slice(1, -1).map((cell) => cell.replace(/\u0000/g, '|').trim());
    if (!key?.startsWith('`') || rest.length !== 3) return [];
    const [preset, example] = rest.map((cell) => cell.replace(/^`(.*)`$/, '$1'));
    return [{ key: key.slice(1, -1), default: preset, example }];
  });
}

/** Keys whose value is a map of the user's own keys, or a label. */
const WHOLE = ['frontMatter.fields', 'frontMatter.rules', 'share.variables'];

function presets(values: object, prefix = ''): [string, unknown][] {
  return Object.entries(values).flatMap(([key, value]: [string, unknown]): [string, unknown][] => {
    const name = `${prefix}${key}`;
    const nested = isPlainObject(value) && !WHOLE.includes(name) && !name.endsWith('.label');
    return nested ? presets(value as object, `${name}.`) : [[name, value]];
  });
}

function nest(key: string, value: unknown): unknown {
  return key.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

const { defaults, siteFiles, ...settable } = defaultSettings();

it.each(presets(settable))('gives the default of %s', (key, value) => {
  const row = rows().find((candidate) => candidate.key === key);
  expect(row && (JSON.parse(row.default) as unknown)).toEqual(value);
});

it.each(rows().filter(({ example }) => example !== 'none'))(
  'gives an example of $key that can be used',
  (row) => {
    expect(configProblems(nest(row.key, JSON.parse(row.example)))).toEqual([]);
  },
);

it('has no row for a key that cannot be set', () => {
  const unknown = rows().flatMap(({ key }) =>
    configProblems(nest(key, null)).filter((text) => text.includes('unknown')),
  );
  expect(rows().length).toBeGreaterThan(30);
  expect(unknown).toEqual([]);
});

it("gives the news site's config as a file that can be used", () => {
  const blocks = [...DOCUMENT.matchAll(/```js\n([\s\S]*?)```/g)].map((match) => match[1]);
  expect(blocks).toHaveLength(2);
  const folder = mkdtempSync(path.join(tmpdir(), 'press-config-'));
  const configs = blocks.map((block, index) => {
    const file = path.join(folder, `plugins-${index}.js`);
    writeFileSync(file, block);
    const load = jest.requireActual<() => { press: { config: unknown } }>(file);
    return load().press.config;
  });
  rmSync(folder, { recursive: true });
  expect(configs.flatMap(configProblems)).toEqual([]);
  expect(configs[1]).toEqual(FINEWS_CONFIG);
});
