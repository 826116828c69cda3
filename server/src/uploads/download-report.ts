import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { KeptReport } from './import-summary';
import { problemLines } from './problem-log';
import type { UploadFolder } from './upload-folder';

/**
 * The report of an import as one JSON document, in the form of `strapi-press import --report`: first the files, however
 * many, then the counts.
 * @param upload null for an import of a command, of which only the record is known.
 */
export async function* downloadReport(
  upload: UploadFolder | null,
  { problems, ...kept }: KeptReport,
): AsyncGenerator<string> {
  const log = upload && existsSync(upload.problems) ? upload : null;
  yield '{"problems": [';
  let isFirst = true;
  for await (const line of log ? problemLines(log) : problems.map((file) => JSON.stringify(file))) {
    yield `${isFirst ? '' : ','}\n${line}`;
    isFirst = false;
  }
  const own = log && (await readFile(log.report, 'utf8').catch(() => null));
  yield `\n],\n${(own ?? JSON.stringify(kept, null, 2)).slice(2)}\n`;
}
