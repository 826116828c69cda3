import { KINDS, runCase, type JekyllCase } from './case-runners';
import { readJson, sharedPath } from './shared-data';

const { cases } = readJson<{ cases: JekyllCase[] }>(
  process.env.CORPUS_CASES ?? sharedPath('data', 'jekyll-cases.json'),
);

/** Answered where the reader of front matter is tested. */
const OTHER_KINDS = ['header', 'yaml_value', 'yaml_document'];

describe.each(KINDS)('reads as Jekyll does: %s', (kind) => {
  const ofKind = cases.filter((one) => one.kind === kind);

  it(`gives the answer of Jekyll in all ${ofKind.length} cases`, () => {
    const wrong = ofKind.flatMap((one) => {
      const problem = runCase(one);
      return problem === null ? [] : [`${one.id}: ${problem}`];
    });
    expect(wrong).toEqual([]);
  });
});

it('knows every kind of case', () => {
  const known = [...KINDS, ...OTHER_KINDS];
  expect(cases.filter(({ kind }) => !known.includes(kind)).map(({ id }) => id)).toEqual([]);
});
