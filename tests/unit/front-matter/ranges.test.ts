import { createLineIndex } from '../../../core/diagnostics';
import { readHeader } from '../../../core/front-matter';

const at = (yaml: string, path: (string | number)[]): string | null => {
  const range = readHeader(yaml).rangeOf(path);
  const index = createLineIndex(yaml);
  return range && yaml.slice(index.offsetAt(range.start), index.offsetAt(range.end));
};

describe('the range of a value', () => {
  test.each([
    ['is at the alias for what an alias repeats', 'x: &x {a: {b: 1}}\ny: *x\n', ['y', 'a', 'b'], '*x'],
    ['is at the alias for what is merged', 'x: &x {a: {b: 1}}\n<<: *x\n', ['a', 'b'], '*x'],
    ['is at the pair where it stands behind the merge', 'x: &x {a: 1}\n<<: *x\na: 2\n', ['a'], '2'],
    ['is at the merge where that stands behind the pair', 'x: &x {a: 1}\na: 2\n<<: *x\n', ['a'], '*x'],
    ['is in the list that has it', 'l:\n  - 😀: 中\n    k: [a, v]\n', ['l', 0, 'k', 1], 'v'],
  ])('%s', (_, yaml, path, expected) => {
    expect(at(yaml, path)).toBe(expected);
  });

  it('is nowhere for what is not there', () => {
    expect(at('x: &x {a: 1}\n<<: *x\n', ['b'])).toBeNull();
  });

  it('never ends inside a character', () => {
    const yaml = 'a: 中\r\ntitle: "😀 \\😀"\r\n';
    const [{ range, params }] = readHeader(yaml).diagnostics;
    expect(params.found).toBe('\\😀');
    expect(range).toEqual({ start: { line: 1, character: 11 }, end: { line: 1, character: 14 } });
  });
});
