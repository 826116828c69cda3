import {
  applySeverities,
  createDiagnostic,
  createLineIndex,
  formatDiagnostic,
  type Range,
} from '../../../core/diagnostics';

const at = (line: number, character: number): Range => ({
  start: { line, character },
  end: { line, character: character + 1 },
});

describe('createDiagnostic', () => {
  it('has the default severity of its rule and an English message', () => {
    const diagnostic = createDiagnostic({ ruleId: 'unknown-key', range: at(1, 0), params: { key: 'titel' } });
    expect(diagnostic).toEqual({
      ruleId: 'unknown-key',
      severity: 'warning',
      message: '“titel” is not a known key. Correct its spelling, remove it, or allow it in the settings.',
      params: { key: 'titel' },
      range: at(1, 0),
    });
  });
});

describe('applySeverities', () => {
  const empty = createDiagnostic({ ruleId: 'title/empty', range: at(0, 0) });
  const zone = createDiagnostic({ ruleId: 'date/no-time-zone', range: at(1, 0) });

  it('changes severities, drops rules that are off, and leaves the others alone', () => {
    const result = applySeverities([empty, zone], { 'title/empty': 'info', 'date/no-time-zone': 'off' });
    expect(result).toEqual([{ ...empty, severity: 'info' }]);
    expect(applySeverities([empty, zone], {})).toEqual([empty, zone]);
  });

  it('does not change what it was given', () => {
    applySeverities([empty], { 'title/empty': 'warning' });
    expect(empty.severity).toBe('error');
  });
});

describe('formatDiagnostic', () => {
  const text = '---\r\ntitle: 😀😀中"\r\n---\r\n';

  it('prints a 1-based line and a 1-based column in code points', () => {
    const diagnostic = createDiagnostic({ ruleId: 'title/empty', range: at(1, 12) });
    const printed = '_posts/a.md:2:11 error title/empty The title is empty. Write one after “title:”.';
    expect(formatDiagnostic(diagnostic, '_posts/a.md', text)).toBe(printed);
    expect(formatDiagnostic(diagnostic, '_posts/a.md', createLineIndex(text))).toBe(printed);
  });

  it('counts UTF-16 code units where it has no text, and takes the file from the diagnostic', () => {
    const diagnostic = { ...createDiagnostic({ ruleId: 'title/empty', range: at(1, 12) }), file: 'b.md' };
    expect(formatDiagnostic(diagnostic, '')).toMatch(/^b\.md:2:13 error title\/empty /);
  });
});
