import { DEFAULT_SEVERITIES, RULE_PARAMS, type RuleId, translateMessage } from '../../../core/diagnostics';
import { en, enSyntaxProblems, enWriteRefusals } from '../../../core/diagnostics/messages/en';
import {
  zhHans,
  zhHansSyntaxProblems,
  zhHansWriteRefusals,
} from '../../../core/diagnostics/messages/zh-hans';

const ruleIds = Object.keys(DEFAULT_SEVERITIES) as RuleId[];

function namesIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
}

describe('messages', () => {
  test.each(ruleIds)('%s names only the params of its rule, the same in both languages', (ruleId) => {
    const allowed: readonly string[] = RULE_PARAMS[ruleId];
    expect(namesIn(en[ruleId]).filter((name) => !allowed.includes(name))).toEqual([]);
    expect([...new Set(namesIn(zhHans[ruleId]))]).toEqual([...new Set(namesIn(en[ruleId]))]);
  });

  it('exists in both languages for each syntax problem and each refusal, with the same params', () => {
    const problems = Object.entries(enSyntaxProblems);
    expect(problems.map(([id, text]) => [id, namesIn(text)])).toEqual(
      Object.entries(zhHansSyntaxProblems).map(([id, text]) => [id, namesIn(text)]),
    );
    expect(Object.keys(zhHansWriteRefusals)).toEqual(Object.keys(enWriteRefusals));
  });

  it('tells what exactly is wrong with the syntax, in the language asked for', () => {
    const diagnostic = { ruleId: 'yaml/syntax', params: { problem: 'inner-quotes', key: 'title' } } as const;
    expect(translateMessage(diagnostic, 'en')).toContain('The value of “title” is in double quotes');
    expect(translateMessage(diagnostic, 'zh-Hans')).toContain('“title”的值用双引号括起');
  });

  it('tells why a write was refused', () => {
    const diagnostic = { ruleId: 'write/refused', params: { key: 'tags', reason: 'anchored' } } as const;
    expect(translateMessage(diagnostic, 'en')).toContain('other values repeat it');
    expect(translateMessage(diagnostic, 'zh-Hans')).toContain('其他值引用了它');
  });

  it('tells why a file cannot be read, with what that names, or the text of an unknown error', () => {
    const unreadable = (params: Record<string, string | number>) =>
      translateMessage({ ruleId: 'file/unreadable', params }, 'zh-Hans');
    expect(unreadable({ reason: 'archive/ratio', times: 900, limit: 200 })).toBe(
      '无法读取文件：压缩了 900 倍，超过上限 limits.archiveRatio（200）。',
    );
    expect(unreadable({ reason: 'file/broken-link', cause: 'file/missing' })).toBe(
      '无法读取文件：失效的链接（没有这个文件或文件夹）。',
    );
    expect(unreadable({ reason: 'EIO: i/o error' })).toBe('无法读取文件：EIO: i/o error。');
  });

  it('shows values in one line, clipped by characters, and does not read braces in them as params', () => {
    const found = `a\nb\t{limit}${'😀'.repeat(100)}`;
    const message = translateMessage({ ruleId: 'date/invalid', params: { found, limit: 1 } }, 'en');
    expect(message).toContain('“a b {limit}😀');
    expect(message).toContain('😀…”');
    expect(message).not.toMatch(/[\n\t]/);
    expect([...(/“(.*)”/.exec(message)?.[1] ?? '')]).toHaveLength(80);
  });

  it('shows a missing value as an ellipsis', () => {
    expect(translateMessage({ ruleId: 'unknown-key', params: {} }, 'en')).toContain('“…” is not a known key');
  });
});
