import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One value that is not what the real Jekyll says. */
export interface Failure {
  /** Id of the answered case. */
  case?: string;
  site?: string;
  path?: string;
  field?: string;
  expected: unknown;
  actual: unknown;
  /** The beginning of the file. */
  text?: string;
}

/** What one suite says at the end of the run. */
export interface ClosingLine {
  /** Lines of lower rank come first. */
  rank: number;
  line: string;
  failures: Failure[];
}

/** Where the suites, each in a process of its own, leave their lines. */
const FILE = 'CORPUS_CLOSING_LINES';

/** Opens an empty collection for a run. */
export function openClosingLines(): void {
  process.env[FILE] = path.join(mkdtempSync(path.join(tmpdir(), 'press-corpus-')), 'lines');
}

/** Adds a line to the end of the run's output, and failures to its report. */
export function addClosingLine(line: ClosingLine): void {
  const file = process.env[FILE];
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** Prints all lines and writes all failures to the file that `CORPUS_REPORT` names. */
export function closeClosingLines(print: (text: string) => void): void {
  const file = process.env[FILE];
  if (!file) return;
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  rmSync(path.dirname(file), { recursive: true, force: true });
  const closing = lines.map((line) => JSON.parse(line) as ClosingLine);
  closing.sort((a, b) => a.rank - b.rank || (a.line < b.line ? -1 : 1));
  if (closing.length > 0) print(`\n${closing.map(({ line }) => `${line}\n`).join('')}`);
  if (process.env.CORPUS_REPORT) {
    const report = {
      lines: closing.map(({ line }) => line),
      failures: closing.flatMap(({ failures }) => failures),
    };
    writeFileSync(process.env.CORPUS_REPORT, `${JSON.stringify(report, null, 2)}\n`);
  }
}
