import {
  emptyReport,
  isClean,
  OUTCOMES,
  reportCounter,
  reportedDiagnostics,
  type ReportedDiagnostic,
} from '../../../server/src/import/report';
import { readPostFile } from '../../../core/jekyll';
import { testSettings } from '../settings';

const PATH = '_posts/2021-12-29-a.md';

describe('a report', () => {
  it('counts each file once, so that its counts are the files seen', () => {
    const report = emptyReport('/site', false);
    const count = reportCounter(report);
    for (const outcome of OUTCOMES) count({ path: `${outcome}.md`, outcome, diagnostics: [] });
    count({ path: 'b.md', outcome: 'ignored', reason: 'no-date', diagnostics: [] });
    count({ path: 'c.md', outcome: 'ignored', reason: 'no-date', diagnostics: [] });
    const sum = Object.values(report.counts).reduce((total, count) => total + count, 0);
    expect([sum, report.files]).toEqual([9, 9]);
    expect(report.counts.ignored).toBe(3);
    expect(report.ignored).toMatchObject({ 'no-date': 2 });
  });

  it('keeps the files that there is something to say of', () => {
    const report = emptyReport('/site', false);
    const count = reportCounter(report);
    for (const outcome of OUTCOMES) count({ path: outcome, outcome, diagnostics: [] });
    expect(report.problems.map(({ path }) => path)).toEqual(['invalid', 'conflict', 'rejected']);
    expect(isClean(report)).toBe(false);
  });

  it('keeps so many problems and counts all of them, warnings never in the place of errors', () => {
    const report = emptyReport('/site', false);
    const count = reportCounter(report);
    const problem = (severity: 'warning' | 'error'): ReportedDiagnostic => ({
      ruleId: severity === 'error' ? 'title/empty' : 'date/no-time-zone',
      severity,
      message: 'm',
      params: {},
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      line: 1,
      column: 1,
    });
    for (let number = 0; number < 3000; number += 1)
      count({ path: `w${number}`, outcome: 'created', diagnostics: [problem('warning')] });
    for (let number = 0; number < 1500; number += 1)
      count({ path: `e${number}`, outcome: 'created', diagnostics: [problem('error'), problem('warning')] });
    expect(report.problems.filter(({ path }) => path.startsWith('e'))).toHaveLength(1000);
    expect(report.problems).toHaveLength(2000);
    expect(report).toMatchObject({
      problemFiles: 4500,
      severities: { error: 1500, warning: 4500, info: 0 },
      rules: { 'title/empty': 1500, 'date/no-time-zone': 4500 },
    });
    expect(isClean(report)).toBe(false);
  });

  it('places problems as people count: characters, not code units', () => {
    const bytes = new TextEncoder().encode('---\ntitle: A\n---\n😀😀 <>\n\n<>');
    const { diagnostics } = readPostFile({ path: PATH, bytes }, testSettings());
    const placed = reportedDiagnostics(diagnostics, bytes);
    expect(placed.map(({ line, column }) => [line, column])).toEqual([[6, 1]]);
    const [first] = reportedDiagnostics(
      [{ ...placed[0], range: { start: { line: 3, character: 5 }, end: { line: 3, character: 7 } } }],
      bytes,
    );
    expect([first?.line, first?.column]).toEqual([4, 4]);
  });
});
