import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { AXE_ATTACHMENT, countOf, type AxeEntry } from './axe-report';

interface AxeReporterOptions {
  /** Where the entries are written as JSON. */
  outputFile: string;
}

/** Prints at the end of a run what axe found on each page, and writes it as JSON. */
export default class AxeReporter implements Reporter {
  private readonly entries: AxeEntry[] = [];

  constructor(private readonly options: AxeReporterOptions) {}

  onTestEnd(_test: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments)
      if (name === AXE_ATTACHMENT && body) this.entries.push(JSON.parse(body.toString()) as AxeEntry);
  }

  onEnd(): void {
    if (this.entries.length === 0) return;
    const { outputFile } = this.options;
    mkdirSync(path.dirname(outputFile), { recursive: true });
    writeFileSync(outputFile, `${JSON.stringify(this.entries, null, 2)}\n`);
    process.stdout.write(`\naxe's report (${outputFile})\n${tableOf(this.entries).join('\n')}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}

function tableOf(entries: readonly AxeEntry[]): string[] {
  const rows = entries.map((entry) => [
    entry.page,
    entry.theme,
    String(entry.passed),
    String(countOf(entry, ['minor', 'moderate'])),
    String(countOf(entry, ['serious', 'critical'])),
    [...new Set(entry.findings.map(({ rule }) => rule))].join(', '),
  ]);
  const table = [
    ['page', 'theme', 'rules kept', 'minor, moderate', 'serious, critical', 'findings'],
    ...rows,
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd(),
  );
}
