import { appendFileSync, closeSync, ftruncateSync, openSync } from 'node:fs';
import path from 'node:path';
import type { FileReport, ImportReport, PrunedPost } from '../import';
import { failureOf } from '../import/failure';
import { CommandError, EXIT, lineOf, type CommandIo } from './io';

/** The file of `import --report`, written while the import runs. */
export interface ReportFile {
  /** Begins anew: under `--strict` the import follows its check. */
  restart(): void;
  add(file: FileReport | PrunedPost): void;
  /** Ends the document; what comes after it is the report without its problems. */
  finish(report: ImportReport): void;
  /** Ends the document of an import that failed. */
  fail(error: unknown): void;
}

const HEAD = '{"problems": [';
/** Characters that are written together. */
const WRITTEN_TOGETHER = 65_536;

/**
 * Opens a report: one JSON document whose problems are written as they come, so that any number of them needs no memory.
 * @throws CommandError where it cannot be written; nothing is imported then.
 */
export function openReportFile(file: string, io: CommandIo): ReportFile {
  const descriptor = refusing(() => openSync(path.resolve(io.cwd, file), 'a'));
  let text = '';
  let isFirst = true;
  const restart = (): void => {
    refusing(() => ftruncateSync(descriptor));
    text = HEAD;
    isFirst = true;
  };
  restart();

  return {
    restart,
    add(problem) {
      text += `${isFirst ? '' : ','}\n${JSON.stringify(problem)}`;
      isFirst = false;
      if (text.length >= WRITTEN_TOGETHER) flush();
    },
    finish: ({ problems: _problems, ...rest }) => end(rest),
    fail(error) {
      try {
        end({ failed: lineOf(failureOf(error)) });
      } catch {
        // What could not be written is why it failed, and is told.
      }
    },
  };

  function end(rest: object): void {
    text += `\n],\n${JSON.stringify(rest, null, 2).slice(2)}\n`;
    flush();
    closeSync(descriptor);
  }

  function flush(): void {
    refusing(() => appendFileSync(descriptor, text));
    text = '';
  }

  function refusing<Result>(act: () => Result): Result {
    try {
      return act();
    } catch (error) {
      throw new CommandError(`--report ${file}: cannot be written: ${lineOf(error)}`, EXIT.usage);
    }
  }
}
