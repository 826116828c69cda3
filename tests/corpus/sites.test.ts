import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { addClosingLine } from './closing-lines';
import { readJson, sharedPath } from './shared-data';
import { compareSite, siteLine, type SiteAnswer } from './site-comparison';

interface Site {
  name: string;
  folder: string;
  answer: string;
}

/** The folders in a folder, each beside its answer `NAME.json`. */
function sitesIn(folder: string): Site[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, `${entry.name}.json`)))
    .map(({ name }) => ({
      name,
      folder: path.join(folder, name),
      answer: path.join(folder, `${name}.json`),
    }));
}

const FINEWS: Site = {
  name: 'finews',
  folder: sharedPath('data', 'finews'),
  answer: sharedPath('data', 'finews.expected.json'),
};
const { CORPUS_SITES } = process.env;
const sites = [FINEWS, ...(CORPUS_SITES ? sitesIn(CORPUS_SITES) : [])];

describe('a site reads as in Jekyll, file by file and field by field', () => {
  it.each(sites.map((site) => [site.name, site] as const))('%s', async (name, { folder, answer }) => {
    const comparison = await compareSite(name, folder, readJson<SiteAnswer>(answer));
    addClosingLine({ rank: 1, line: siteLine(name, comparison), failures: comparison.failures });
    expect(comparison.failures.slice(0, 20)).toEqual([]);
  });

  it('has sites where CORPUS_SITES names a folder', () => {
    expect(sites.length).toBeGreaterThan(CORPUS_SITES ? 1 : 0);
  });
});
