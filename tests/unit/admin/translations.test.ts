import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ADMIN = path.resolve(__dirname, '..', '..', '..', 'admin', 'src');
const TRANSLATIONS = path.join(ADMIN, 'translations');

/** Labels and hints of fields, which English has from the forms' configuration. */
const FIELDS = 'fields.json';
const HINTS = 'hints.json';

type Texts = Record<string, string>;

function textsOf(language: string): Texts {
  const folder = path.join(TRANSLATIONS, language);
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && name !== FIELDS && name !== HINTS,
  );
  return Object.assign(
    {},
    ...files.map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Texts),
  ) as Texts;
}

/** Names in braces that a text is given, of plurals and choices too. */
function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name))]
    .filter((name) => !/^(one|other|many|few)$/.test(name))
    .sort();
}

function sourcesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

const en = textsOf('en');
const zhHans = textsOf('zh-Hans');

it('says everything in both languages', () => {
  expect(Object.keys(zhHans).sort()).toEqual(Object.keys(en).sort());
});

it('gives both languages the same values', () => {
  const names = (texts: Texts) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, namesIn(text)]));
  expect(names(zhHans)).toEqual(names(en));
});

it('writes Chinese in Chinese characters', () => {
  const latin = Object.entries(zhHans).filter(([, text]) => !/[㐀-鿿{]/.test(text));
  expect(latin.filter(([key, text]) => en[key] !== text)).toEqual([]);
});

it('hands on every file of a language', () => {
  for (const language of ['en', 'zh-Hans']) {
    const index = readFileSync(path.join(TRANSLATIONS, language, 'index.ts'), 'utf8');
    const files = readdirSync(path.join(TRANSLATIONS, language)).filter((name) => name.endsWith('.json'));
    for (const name of files) expect(index).toContain(`'./${name}'`);
  }
});

it('has each text that the admin asks for by its name', () => {
  const asked = [...sourcesOf(ADMIN).matchAll(/getTrad\('([^']+)'\)/g)].map(([, key]) => key);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((key) => !(key in en))).toEqual([]);
});

it('labels every field of the forms in Chinese', () => {
  const labels = JSON.parse(readFileSync(path.join(TRANSLATIONS, 'zh-Hans', FIELDS), 'utf8')) as Texts;
  for (const type of ['post', 'category', 'tag']) {
    for (const { name } of schemaOf(type).config.layouts.edit.flat())
      expect(labels).toHaveProperty([`content-manager.content-types.plugin::press.${type}.${name}`]);
  }
});

it('says every hint of the forms in Chinese', () => {
  const hints = JSON.parse(readFileSync(path.join(TRANSLATIONS, 'zh-Hans', HINTS), 'utf8')) as Texts;
  const english = ['post', 'category', 'tag'].flatMap((type) =>
    Object.values(schemaOf(type).config.metadatas).flatMap(({ edit }) => edit?.description ?? []),
  );
  expect(Object.keys(hints).sort()).toEqual([...new Set(english)].sort());
});

function schemaOf(type: string): Schema {
  const file = path.join(ADMIN, '..', '..', 'content-types', type, 'schema.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

interface Schema {
  config: {
    layouts: { edit: { name: string }[][] };
    metadatas: Record<string, { edit?: { description?: string } }>;
  };
}
