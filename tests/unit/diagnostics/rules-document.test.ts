import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { applyEdits, DEFAULT_SEVERITIES, type TextEdit } from '../../../core/diagnostics';
import { folderWith, removeFolders, runCli } from '../cli/cli-run';
import { readRulesDocument, type Example } from './rules-document';

const { sections, rows, withoutExample } = readRulesDocument();
const examples = sections.flatMap(({ ruleId, examples }) =>
  examples.map((example, index): [string, Example] => [
    index === 0 ? ruleId : `${ruleId} (${index + 1})`,
    example,
  ]),
);
const ruleOf = (name: string): string => name.split(' ')[0];

interface JsonReport {
  files: { diagnostics: { code: string; data?: { fix?: { safe: boolean; edits: TextEdit[] } } }[] }[];
}

afterAll(removeFolders);

/** The example's files on disk, where a config finds the libraries of this repository. */
function folderOf({ files }: Example): string {
  const folder = folderWith(files);
  symlinkSync(path.resolve(__dirname, '../../../node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** What `validate` offers to fix in an example, by the rule. */
async function fixesOf(example: Example, ruleId: string) {
  const { stdout } = await runCli(folderOf(example), ...example.argv, '--format', 'json');
  const { files } = JSON.parse(stdout) as JsonReport;
  return files
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ code }) => code === ruleId)
    .flatMap(({ data }) => data?.fix ?? []);
}

const postOf = ({ files }: Example): string =>
  Object.keys(files).find((file) => file.startsWith('_posts/')) ?? '';

describe('docs/rules.md', () => {
  it('has one section for each rule, and no other, each with its default severity', () => {
    const documented = sections.map(({ ruleId, severity }) => [ruleId, severity]);
    expect(Object.fromEntries(documented)).toEqual(DEFAULT_SEVERITIES);
    expect(documented).toHaveLength(Object.keys(DEFAULT_SEVERITIES).length);
  });

  it('lists them on top as the sections have them', () => {
    expect(rows).toEqual(
      sections.map(({ ruleId, severity, fix }) => ({
        ruleId,
        anchor: ruleId.replace('/', ''),
        severity,
        fix,
      })),
    );
  });

  it('has an example of each rule but those of the groups that it names', () => {
    const bare = sections.filter((section) => section.examples.length === 0);
    expect(new Set(bare.map(({ ruleId }) => ruleId.split('/')[0]))).toEqual(new Set(withoutExample));
    const shown = sections.filter((section) => section.examples.length > 0);
    expect(shown.filter(({ ruleId }) => withoutExample.includes(ruleId.split('/')[0]))).toEqual([]);
  });

  it.each(examples)('shows for %s what validate prints', async (name, example) => {
    const { lines, stderr } = await runCli(folderOf(example), ...example.argv);
    expect(stderr).toBe('');
    expect(lines.slice(0, -1)).toEqual(example.printed);
    expect(example.printed.filter((line) => line.split(' ')[2] === ruleOf(name))).not.toEqual([]);
  });

  it.each(examples)(
    'shows for %s what its fix makes of the file, where there is one',
    async (name, example) => {
      const fixes = await fixesOf(example, ruleOf(name));
      expect(fixes).toHaveLength(example.fixed === null ? 0 : 1);
      const post = postOf(example);
      for (const { edits, safe } of fixes) {
        expect(applyEdits(example.files[post].toString(), edits)).toBe(example.fixed);
        const folder = folderOf(example);
        await runCli(folder, ...example.argv, '--fix');
        const content = readFileSync(path.join(folder, post), 'utf8');
        expect(content).toBe(safe ? example.fixed : example.files[post].toString());
      }
    },
  );

  it.each(sections.filter((section) => section.examples.length > 0))(
    'says of $ruleId whether it has a fix, and a safe one',
    async ({ ruleId, fix, examples }) => {
      const fixes = (await Promise.all(examples.map((example) => fixesOf(example, ruleId)))).flat();
      const best = fixes.some(({ safe }) => safe) ? 'safe' : fixes.length > 0 ? 'offered' : 'none';
      expect(fix).toBe(best);
    },
  );
});
