import { readFileSync } from 'node:fs';
import path from 'node:path';

const DOCUMENT = path.resolve(__dirname, '..', '..', 'docs', 'permissions.md');

/** The rows of the tables in docs/permissions.md, by the code in their first cell; cells without code marks. */
export function permissionTable(): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const line of readFileSync(DOCUMENT, 'utf8').split('\n')) {
    const [subject, ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));
    if (!subject || !line.startsWith('| `')) continue;
    if (rows.has(subject)) throw new Error(`two rows for ${subject}`);
    rows.set(subject, cells);
  }
  return rows;
}
