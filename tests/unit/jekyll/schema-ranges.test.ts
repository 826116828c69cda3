import { z } from '@strapi/utils';
import { createLineIndex } from '../../../core/diagnostics';
import { readPostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { testSettings } from '../settings';

type Schema = NonNullable<Settings['frontMatter']['schema']>;

/** The path, the covered text and the place (1-based, in UTF-16 code units) of each issue of a post's file. */
function issues(schema: Schema, lines: string[], defaults: Settings['defaults'] = []) {
  const text = ['---', ...lines, '---', 'Text'].join('\r\n');
  const bytes = new TextEncoder().encode(`\uFEFF${text}`);
  const settings = testSettings({ frontMatter: { schema }, defaults });
  const index = createLineIndex(text);
  return readPostFile({ path: '_posts/2021-12-08-a.md', bytes }, settings)
    .diagnostics.filter(({ ruleId }) => ruleId === 'schema')
    .map(({ path, range: { start, end } }) => [
      path?.join('.'),
      text.slice(index.offsetAt(start), index.offsetAt(end)),
      `${start.line + 1}:${start.character + 1}`,
    ]);
}

const author = z.object({ name: z.string(), mails: z.array(z.string().min(3)).optional() });
const schema = z.object({
  rating: z.number().max(5).optional(),
  authors: z.array(author).optional(),
  editor: author.optional(),
  cover: z.object({ size: z.object({ width: z.number() }) }).optional(),
}) as Schema;

describe('an issue of a schema stands at the value', () => {
  test.each([
    ['at the top', ['中😀: 1', 'rating: 9 # 😀'], [['rating', '9', '3:9']]],
    ['in a map', ['editor:', '  name: 5'], [['editor.name', '5', '3:9']]],
    ['in a map in braces', ['editor: {中: 😀, name: 5}'], [['editor.name', '5', '2:23']]],
    [
      'in a list of maps',
      ['authors:', '  - name: 中', '    mails:', '      - 😀abc', '      - "😀"', '  - {name: 7}'],
      [
        ['authors.0.mails.1', '"😀"', '6:9'],
        ['authors.1.name', '7', '7:12'],
      ],
    ],
    [
      'in lists in lists',
      ['authors: [{name: 中😀, mails: ["😀abc", 中]}]'],
      [['authors.0.mails.1', '中', '2:40']],
    ],
    [
      'that an alias repeats, at the alias',
      ['x: &x {name: 5}', 'editor: *x'],
      [['editor.name', '*x', '3:9']],
    ],
    [
      'that is merged, at the alias',
      ['x: &x {name: 5}', 'editor:', '  <<: *x'],
      [['editor.name', '*x', '4:7']],
    ],
    ['that is empty, at its key', ['editor:', '  name:'], [['editor.name', 'name', '3:3']]],
    [
      'of another kind',
      ['editor: 中😀', 'authors: 😀'],
      [
        ['editor', '中😀', '2:9'],
        ['authors', '😀', '3:10'],
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(issues(schema, lines)).toEqual(expected);
  });
});

describe('an issue of a missing key stands where it belongs', () => {
  const required = z.object({ rating: z.number() }) as Schema;

  test.each([
    ['at the end of its map', ['editor:', '  mails: [abc]', 'rating: 1'], [['editor.name', '', '3:15']]],
    ['at the end of its braces', ['editor: {中😀: 1}', 'rating: 1'], [['editor.name', '', '2:17']]],
    [
      'at the end of the map in a list',
      ['authors:', '  - mails: [😀ab]', '  - name: a'],
      [['authors.0.name', '', '3:18']],
    ],
    [
      'at the end of a map that has none of the maps on its way',
      ['cover:', '  alt: 中😀'],
      [['cover.size', '', '3:11']],
    ],
  ])('%s', (_, lines, expected) => {
    expect(issues(schema, lines)).toEqual(expected);
  });

  it('at the end of the front matter, above its last fence', () => {
    expect(issues(required, ['title: 中😀', 'x: 1'])).toEqual([['rating', '', '4:1']]);
    expect(issues(required, [])).toEqual([['rating', '', '2:1']]);
  });

  it('at the end of the innermost map that the text has, where the schema names a key of a key that is missing', () => {
    const deep = z.looseObject({}).superRefine((_, context) => {
      context.addIssue({ code: 'custom', path: ['cover', 'size', 'width'], message: 'Say how wide' });
    }) as Schema;
    expect(issues(deep, ['cover:', '  alt: 中😀', 'x: 1'])).toEqual([['cover.size.width', '', '3:11']]);
  });

  it('at the end of the front matter where only the site’s defaults have its map', () => {
    const defaults = [{ scope: { path: '' }, values: new Map([['editor', new Map([['x', 1]])]]) }];
    expect(issues(schema, ['title: T'], defaults)).toEqual([['editor.name', '', '3:1']]);
  });
});
