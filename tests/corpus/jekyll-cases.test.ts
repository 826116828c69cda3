import { runCase, type JekyllCase } from './case-runners';
import { addClosingLine, type Failure } from './closing-lines';
import { readJson, sharedPath } from './shared-data';

const { cases } = readJson<{ cases: JekyllCase[] }>(
  process.env.CORPUS_CASES ?? sharedPath('data', 'jekyll-cases.json'),
);
const kinds = [...new Set(cases.map(({ kind }) => kind))];
const failures: Failure[] = [];

describe('the answered cases', () => {
  it.each(kinds)('of kind %s are answered as by the real Jekyll', (kind) => {
    const wrong = cases.filter((one) => one.kind === kind).flatMap(runCase);
    failures.push(...wrong);
    expect(wrong).toEqual([]);
  });

  afterAll(() => {
    const failed = new Set(failures.map((failure) => failure.case)).size;
    const line = `cases: ${cases.length - failed} passed, ${failed} failed`;
    addClosingLine({ rank: 0, line, failures });
  });
});
