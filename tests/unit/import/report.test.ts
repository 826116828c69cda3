import {
  addToReport,
  emptyReport,
  isClean,
  OUTCOMES,
  reportedDiagnostics,
} from '../../../server/src/import/report';
import { readPostFile } from '../../../core/jekyll';
import { testSettings } from '../settings';

const PATH = '_posts/2021-12-29-a.md';

describe('a report', () => {
  it('counts each file once, so that its counts are the files seen', () => {
    const report = emptyReport('/site', false);
    for (const outcome of OUTCOMES) addToReport(report, { path: `${outcome}.md`, outcome, diagnostics: [] });
    addToReport(report, { path: 'b.md', outcome: 'ignored', reason: 'no-date', diagnostics: [] });
    addToReport(report, { path: 'c.md', outcome: 'ignored', reason: 'no-date', diagnostics: [] });
    const sum = Object.values(report.counts).reduce((total, count) => total + count, 0);
    expect([sum, report.files]).toEqual([9, 9]);
    expect(report.counts.ignored).toBe(3);
    expect(report.ignored).toMatchObject({ 'no-date': 2 });
  });

  it('keeps the files that there is something to say of', () => {
    const report = emptyReport('/site', false);
    for (const outcome of OUTCOMES) addToReport(report, { path: outcome, outcome, diagnostics: [] });
    expect(report.problems.map(({ path }) => path)).toEqual(['invalid', 'conflict', 'rejected']);
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
