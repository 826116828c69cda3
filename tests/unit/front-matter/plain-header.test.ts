import fc from 'fast-check';
import { DEFAULT_HEADER_LIMITS } from '../../../core/front-matter';
import { parseAnyYaml } from '../../../core/front-matter/yaml/parse';
import { readPlainHeader } from '../../../core/front-matter/yaml/plain-header';

const read = (yaml: string) => readPlainHeader(yaml, DEFAULT_HEADER_LIMITS);

/** Characters that plain headers are made of, and those that must not slip through. */
const character = fc.constantFrom(
  ...'aB9_-. ,;/+()!?\':"[]{}#&*|>%@`~=\\中，“”\n\t',
  '\r',
  '\u0085',
  '\u2028',
  '\ufeff',
  '😀',
);
const value = fc.oneof(
  fc.string({ unit: character, maxLength: 12 }),
  fc.constantFrom(
    'yes',
    '12:30',
    '2021-12-29 08:43:42 +0800',
    '[a, b c, 中文]',
    '[]',
    '"他说"',
    '"a # b"',
    'a:b',
    '---',
    '-',
  ),
);
const key = fc.constantFrom('title', 'date', 'no', 'a-b', '_x', '中', '2021', 'x y');
const header = fc
  .array(fc.tuple(key, value), { minLength: 1, maxLength: 4 })
  .map((pairs) => pairs.map(([name, text]) => `${name}: ${text}\n`).join(''));

describe('readPlainHeader', () => {
  it('gives the tree that the parser gives, or none', () => {
    let plain = 0;
    fc.assert(
      fc.property(header, (yaml) => {
        const root = read(yaml);
        if (root === null) return;
        plain += 1;
        expect(parseAnyYaml(yaml, DEFAULT_HEADER_LIMITS)).toEqual({ kind: 'tree', root, rest: null });
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  it.each([
    'layout: post\n',
    'title: "坚守初心 仲裁为民，持续贡献"\ndate: 2021-12-29 08:43:42 +0800\ncategories: linyiribao\ntags: [a, b c]\n',
  ])('reads %j', (yaml) => {
    expect({ kind: 'tree', root: read(yaml), rest: null }).toEqual(parseAnyYaml(yaml, DEFAULT_HEADER_LIMITS));
  });

  it.each([
    '',
    'a: b',
    'a: b # c\n',
    'a:\n',
    'a: b: c\n',
    'a: "b\\n"\n',
    'a: [b,c]\n',
    'a: b \n',
    'a: b\r\n',
    '? a\n',
    'a: b\n---\n',
  ])('leaves %j to the parser', (yaml) => {
    expect(read(yaml)).toBeNull();
  });
});
