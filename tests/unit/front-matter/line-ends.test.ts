import fc from 'fast-check';
import { keepLineEnds } from '../../../core/front-matter';

describe('keepLineEnds', () => {
  it('gives each line that stays its own end back', () => {
    expect(keepLineEnds('a\r\nb\nc\r\nd', 'a\nb\nc\nd')).toBe('a\r\nb\nc\r\nd');
    expect(keepLineEnds('a\r\nb\nc\r\nd', 'a\nc\nd')).toBe('a\r\nc\r\nd');
    expect(keepLineEnds('a\r\nb\nc\r\nd\n', 'a\nB\nc\nd\n')).toBe('a\r\nB\nc\r\nd\n');
    expect(keepLineEnds('a\rb\r\n', 'a\nb\n')).toBe('a\rb\r\n');
  });

  it('gives a new line the end of the one before it', () => {
    expect(keepLineEnds('a\r\nb\n', 'a\nnew\nb\nlast\n')).toBe('a\r\nnew\r\nb\nlast\n');
    expect(keepLineEnds('a\r\nb', 'first\na\nb\nlast')).toBe('first\r\na\r\nb\r\nlast');
  });

  it('leaves a text alone that has carriage returns of its own, or had none', () => {
    expect(keepLineEnds('a\r\nb', 'a\nb\r\n')).toBe('a\nb\r\n');
    expect(keepLineEnds('a\nb', 'a\nc')).toBe('a\nc');
    expect(keepLineEnds('a\r\n', '')).toBe('');
  });

  it('gives a text that was one line the line ends of its file', () => {
    expect(keepLineEnds('a', 'a\nb', '\r\n')).toBe('a\r\nb');
    expect(keepLineEnds('a\n', 'a\nb', '\r\n')).toBe('a\nb');
  });

  const line = fc.constantFrom('', 'a', 'b', '  c', '天');
  const text = (end: fc.Arbitrary<string>) =>
    fc
      .array(fc.tuple(line, end), { maxLength: 8 })
      .chain((lines) => line.map((last) => lines.map(([content, stop]) => content + stop).join('') + last));

  it('undoes what an editor does to every text, and never changes a line', () => {
    const any = text(fc.constantFrom('\n', '\r\n'));
    fc.assert(
      fc.property(any, text(fc.constant('\n')), (before, after) => {
        const plain = before.replace(/\r\n/g, '\n');
        expect(keepLineEnds(before, plain)).toBe(before);
        expect(keepLineEnds(before, after).replace(/\r\n/g, '\n')).toBe(after);
      }),
    );
  });
});
