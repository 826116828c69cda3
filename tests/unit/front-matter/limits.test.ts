import { inspect, readHeader, toJson } from '../../../core/front-matter';

function ruleIds(yaml: string, options?: { maxLength?: number; maxDepth?: number }): string[] {
  return readHeader(yaml, options).diagnostics.map(({ ruleId }) => ruleId);
}

describe('limits', () => {
  it('does not look at a header of 20 MB', () => {
    const yaml = `title: "${'x"'.repeat(10_000_000)}`;
    expect(ruleIds(yaml)).toEqual(['front-matter/too-large']);
  });

  it('takes its length limit from the caller', () => {
    expect(ruleIds('title: abc\n', { maxLength: 10 })).toEqual(['front-matter/too-large']);
    expect(ruleIds('title: abc\n', { maxLength: 11 })).toEqual([]);
  });

  test.each([
    ['brackets', `a: ${'['.repeat(2000)}${']'.repeat(2000)}\n`],
    ['open brackets', `a: ${'['.repeat(2000)}`],
    ['braces', `a: ${'{b: '.repeat(2000)}`],
    ['dashes', `a:\n ${'- '.repeat(2000)}x\n`],
    ['question marks', `${'? '.repeat(2000)}x\n`],
    ['indents', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
    ['brackets behind a fault', `a: b: c\nd: ${'['.repeat(2000)}`],
  ])('stops at 2,000 nested %s', (_, yaml) => {
    expect(['yaml/too-deep', 'yaml/syntax']).toContain(ruleIds(yaml)[0]);
    expect(readHeader(yaml).ok).toBe(false);
  });

  it('counts nesting exactly, and not brackets in quotes', () => {
    expect(ruleIds('a: [[b]]\n', { maxDepth: 3 })).toEqual([]);
    expect(ruleIds('a: [[b]]\n', { maxDepth: 2 })).toEqual(['yaml/too-deep']);
    expect(ruleIds('a: "[[[["\nb: x[[[[\n', { maxDepth: 1 })).toEqual([]);
  });

  it('stops a bomb of aliases', () => {
    const line = (level: number): string => `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]\n`;
    const bomb = `a0: &a0 [lol]\n${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(line).join('')}`;
    expect(ruleIds(bomb)).toEqual(['yaml/too-many-aliases']);
  });

  it('stops a bomb of merges', () => {
    const keys = Array.from({ length: 400 }, (_, index) => `k${index}: 1`).join(', ');
    const bomb = `a: &a {${keys}}\n${Array.from({ length: 100 }, (_, index) => `m${index}: {<<: *a}\n`).join('')}`;
    expect(ruleIds(bomb)).toEqual(['yaml/too-many-aliases']);
  });

  it('never makes a value that contains itself', () => {
    const { map } = readHeader('~: &b {p: 1}\nc: d\n');
    expect(JSON.stringify(toJson(map))).toBeDefined();
    expect(inspect(map)).not.toContain('...');
  });

  test.each([
    ['quotes', '"'],
    ['single quotes', "'"],
    ['quoted lines', 'a: "b\n'],
    ['keys', 'a: b\n'],
    ['commas', 'a: [,'],
    ['hashes', 'a: b #c\n'],
    ['colons', ': '],
    ['blanks', ' '],
    ['tabs', '\t'],
    ['anchors', '&a '],
    ['blocks', 'a: |\n b\n'],
  ])('gets through 100,000 characters of %s', (_, part) => {
    const yaml = part.repeat(100_000 / part.length);
    expect(() => readHeader(yaml)).not.toThrow();
  });
});
