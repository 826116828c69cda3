import fc from 'fast-check';
import { createLineIndex } from '../../../core/diagnostics';

describe('createLineIndex', () => {
  it('counts lines at \\n, \\r\\n and a lone \\r', () => {
    const index = createLineIndex('a\nb\r\nc\rd');
    expect(index.lineCount).toBe(4);
    expect([0, 1, 2, 3].map((line) => index.lineText(line))).toEqual(['a', 'b', 'c', 'd']);
    expect(index.positionAt(2)).toEqual({ line: 1, character: 0 });
    expect(index.positionAt(5)).toEqual({ line: 2, character: 0 });
    expect(index.positionAt(7)).toEqual({ line: 3, character: 0 });
  });

  it('counts an emoji as two UTF-16 code units and a Chinese character as one', () => {
    const index = createLineIndex('😀中x');
    expect(index.positionAt(3)).toEqual({ line: 0, character: 3 });
    expect(index.offsetAt({ line: 0, character: 2 })).toBe(2);
  });

  it('gives a text that ends with a line break an empty last line', () => {
    const index = createLineIndex('a\n');
    expect(index.positionAt(2)).toEqual({ line: 1, character: 0 });
    expect(index.lineText(1)).toBe('');
  });

  it('moves what lies outside the text to its nearest end', () => {
    const index = createLineIndex('ab\r\ncd');
    expect(index.positionAt(-1)).toEqual({ line: 0, character: 0 });
    expect(index.positionAt(99)).toEqual({ line: 1, character: 2 });
    expect(index.offsetAt({ line: 0, character: 9 })).toBe(2);
    expect(index.offsetAt({ line: 9, character: 0 })).toBe(6);
    expect(index.lineText(9)).toBe('');
  });

  it('comes back to the offset from its position', () => {
    const text = fc
      .array(fc.constantFrom('a', '中', '😀', '\n', '\r', '\r\n', '\u2028'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (sample, seed) => {
        const offset = seed % (sample.length + 1);
        const insideLineEnd = sample[offset - 1] === '\r' && sample[offset] === '\n';
        const index = createLineIndex(sample);
        expect(index.offsetAt(index.positionAt(offset))).toBe(insideLineEnd ? offset - 1 : offset);
      }),
    );
  });
});
