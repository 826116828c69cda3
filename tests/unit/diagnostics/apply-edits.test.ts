import { applyEdits, type TextEdit } from '../../../core/diagnostics';

const edit = (line: number, from: number, to: number, newText: string): TextEdit => ({
  range: { start: { line, character: from }, end: { line, character: to } },
  newText,
});

describe('applyEdits', () => {
  it('makes edits in any order, all at ranges of the text as it was', () => {
    expect(applyEdits('a😀b\r\ncd\n', [edit(1, 0, 1, 'xyz'), edit(0, 1, 3, '中'), edit(0, 4, 4, '!')])).toBe(
      'a中b!\r\nxyzd\n',
    );
  });

  it('leaves the text without edits', () => {
    expect(applyEdits('a\r\n', [])).toBe('a\r\n');
  });

  it('refuses edits that overlap, and lets them touch', () => {
    expect(applyEdits('abc', [edit(0, 0, 2, 'x'), edit(0, 1, 3, 'y')])).toBeNull();
    expect(applyEdits('abc', [edit(0, 1, 3, 'y'), edit(0, 0, 1, 'x')])).toBe('xy');
  });
});
