import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of an example, what `validate` prints for it, and the post with the fix. */
export interface Example {
  /** Contents by path; the post is the one in `_posts`. */
  files: Record<string, Buffer>;
  /** The arguments behind `strapi-press`. */
  argv: string[];
  printed: string[];
  fixed: string | null;
}

export interface RuleSection {
  ruleId: string;
  severity: string;
  /** `none`, `offered` or `safe`. */
  fix: string;
  examples: Example[];
}

export interface RulesDocument {
  sections: RuleSection[];
  /** The rows of the table on top. */
  rows: { ruleId: string; anchor: string; severity: string; fix: string }[];
  /** Groups of rules that no text shows (`file`). */
  withoutExample: string[];
}

const FILE = path.resolve(__dirname, '../../../docs/rules.md');
/** A fenced block: its language, what stands behind it, and its lines. */
const BLOCK = /^```(\S+)(?: (.+))?\n([^]*?)^```$/gm;

export function readRulesDocument(): RulesDocument {
  const text = readFileSync(FILE, 'utf8');
  const rows = [...text.matchAll(/^\| \[`(.+?)`\]\(#(.+?)\) \| (\w+) \| (\w+) \|$/gm)];
  const groups = /^Rules of the groups (.*) have no example below/m.exec(text)?.[1] ?? '';
  return {
    sections: text.split(/^(?=###? )/m).flatMap(readSection),
    rows: rows.map(([, ruleId, anchor, severity, fix]) => ({ ruleId, anchor, severity, fix })),
    withoutExample: [...groups.matchAll(/`([\w-]+)\/…`/g)].map(([, group]) => group),
  };
}

function readSection(text: string): RuleSection[] {
  const [, ruleId] = /^### `(.+)`$/m.exec(text) ?? [];
  if (ruleId === undefined) return [];
  const [, severity = '', fix = ''] = /^Severity: (\w+)\. Fix: (\w+)\.$/m.exec(text) ?? [];
  return [{ ruleId, severity, fix, examples: readExamples(text) }];
}

function readExamples(text: string): Example[] {
  const examples: Example[] = [];
  let files: Example['files'] = {};
  for (const [, language, info = '', content] of text.matchAll(BLOCK)) {
    const [name, encoding] = info.split(' ');
    if (language === 'console') {
      const [command = '', ...printed] = content.trimEnd().split('\n');
      examples.push({ files, argv: command.replace('$ strapi-press ', '').split(' '), printed, fixed: null });
      files = {};
    } else if (name === 'fixed') {
      examples[examples.length - 1].fixed = content;
    } else {
      files[name] = Buffer.from(content, encoding === 'latin1' ? 'latin1' : 'utf8');
    }
  }
  return examples;
}
