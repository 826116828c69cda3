import { applyEdits, type RuleId } from '../../../core/diagnostics';
import { readPost, readPostFile } from '../../../core/jekyll';
import { testSettings } from '../settings';

const settings = testSettings({ site: { timezone: 'Asia/Shanghai' } });

/** The fix of a rule in a front matter text: whether it is safe, and the text with it; undefined for none. */
function fixOf(yaml: string, rule: RuleId): { safe: boolean; text: string | null } | undefined {
  const { diagnostics } = readPost({ yaml, filePath: '_posts/2021-12-08-a.md' }, settings);
  const found = diagnostics.find(({ ruleId }) => ruleId === rule);
  expect(found?.ruleId).toBe(rule);
  return found?.fix && { safe: found.fix.safe, text: applyEdits(yaml, found.fix.edits) };
}

describe('the fix of a key', () => {
  test.each<[RuleId, string, string, boolean]>([
    ['categories/not-a-name', 'categories: 36 # n\n', 'categories: "36" # n\n', true],
    ['categories/not-a-name', 'categories: true\n', 'categories: "true"\n', false],
    ['slug/not-text', 'slug: 0123\n', 'slug: "0123"\n', true],
    ['categories/split-on-space', 'categories: Job Market\n', 'categories: ["Job Market"]\n', false],
    ['categories/comma', 'categories: a, b c,\n', 'categories: [a, b c]\n', false],
    ['categories/comma', 'category: "no, 12"\n', 'category: ["no", "12"]\n', false],
    ['date/no-time-zone', 'date: 2021-12-08 10:00:00 # x\n', 'date: 2021-12-08 10:00:00 +0800 # x\n', false],
  ])('%s turns %j into %j', (rule, yaml, text, safe) => {
    expect(fixOf(yaml, rule)).toEqual({ safe, text });
  });

  test.each<[RuleId, string]>([
    ['categories/not-a-name', 'x: &x {categories: 36}\n<<: *x\n'],
    ['categories/not-a-name', 'x: &x 36\ncategories: *x\n'],
    ['date/no-time-zone', 'x: &x {date: 2021-12-08 10:00:00}\n<<: *x\n'],
    ['date/no-time-zone', 'x: &x 2021-12-08 10:00:00\ndate: *x\n'],
    ['categories/split-on-space', 'categories: >\n  a\n  b\n'],
    ['categories/comma', 'categories: a,\n'],
    ['slug/not-text', 'slug: [a]\n'],
  ])('%s offers none where the value is not written in one place: %j', (rule, yaml) => {
    expect(fixOf(yaml, rule)).toBeUndefined();
  });
});

describe('the fix of what stands before the front matter', () => {
  const fixAt = (text: string) =>
    readPostFile({ path: '_posts/2021-12-08-a.md', bytes: new TextEncoder().encode(text) }, settings)
      .diagnostics[0].fix;

  it('is safe where front matter follows, also one that another fix makes readable', () => {
    expect(fixAt('\n---\ntitle: T\n---\n')?.safe).toBe(true);
    expect(fixAt('\n---\ntitle: "a"b"\n---\n')?.safe).toBe(true);
  });

  it('is an offer where it may be text, and none where no front matter ends', () => {
    expect(fixAt('\n---\nA quotation.\n---\n')?.safe).toBe(false);
    expect(fixAt('\n---\ntitle: a: b: c #x\n---\n')?.safe).toBe(false);
    expect(fixAt('\n---\ntitle: T\n')).toBeUndefined();
  });
});
