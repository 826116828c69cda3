import fc from 'fast-check';
import { addClosingLine, type Failure } from './closing-lines';
import { site } from './generated/sites';
import { describeWithJekyll, type Jekyll } from './jekyll-process';
import { compareSite, siteLine, type SiteComparison } from './site-comparison';
import { withSite, type SiteTree } from './written-site';

/** How many sites of about 20 files are generated. */
const runs = Number(process.env.CORPUS_RUNS ?? 100);

/** A site as we read it, with its own `_config.yml` only, against what the real Jekyll reads. */
function compare(files: SiteTree, jekyll: Jekyll): Promise<SiteComparison> {
  return withSite(files, async (folder) => {
    const answer = await jekyll.read(folder);
    return compareSite('generated', folder, { ...answer, config: {} });
  });
}

/** The failures of a site, each with the text of its file. */
function explain(failures: Failure[], files: SiteTree): string {
  const textOf = (path = '') => JSON.stringify(new TextDecoder().decode(Buffer.from(files.get(path) ?? '')));
  return [
    `_config.yml: ${textOf('_config.yml')}`,
    ...failures.map(({ path, field, expected, actual }) =>
      [
        `${path} ${field}`,
        `  expected ${JSON.stringify(expected)}`,
        `  actual   ${JSON.stringify(actual)}`,
        `  file     ${textOf(path)}`,
      ].join('\n'),
    ),
  ].join('\n');
}

describeWithJekyll('generated sites', (jekyll) => {
  it('read as in Jekyll', async () => {
    let compared = 0;
    let failures: Failure[] = [];
    const property = fc.asyncProperty(site, async (files) => {
      const comparison = await compare(files, jekyll());
      compared += comparison.compared;
      failures = comparison.failures;
      if (failures.length > 0) throw new Error(explain(failures, files));
    });
    const result = await fc.check(property, { numRuns: runs });
    const name = `generated (${runs} sites, seed ${result.seed})`;
    addClosingLine({ rank: 2, line: siteLine(name, { compared, failures }), failures });
    if (result.failed) throw new Error(`${String(result.errorInstance)}\n${fc.defaultReportMessage(result)}`);
  }, 600_000);
});
