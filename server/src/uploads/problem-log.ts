import { appendFileSync, createReadStream, existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ImportOutcome, ProblemKind } from '../../../core/admin/import';
import type { FileReport } from '../import';
import { wentWrong } from '../import/report';
import type { UploadFolder } from './upload-folder';

/** Characters that are written together. */
const WRITTEN_TOGETHER = 65_536;

const KINDS: readonly ProblemKind[] = ['error', 'conflict', 'note'];

/** What there is to say of an import's files: a line for each, so that any number of them needs no memory. */
export interface ProblemLog {
  restart(): void;
  add(file: FileReport): void;
  /** Writes what is left. @returns the files by kind, and how many of them have a safe fix. */
  finish(): Pick<ImportOutcome, 'kinds' | 'fixable'>;
}

export function problemLog({ problems }: UploadFolder): ProblemLog {
  let text = '';
  let kinds = noProblems();
  let fixable = 0;

  return {
    restart() {
      text = '';
      kinds = noProblems();
      fixable = 0;
      writeFileSync(problems, '', { mode: 0o600 });
    },
    add(file) {
      const kind = kindOf(file);
      kinds[kind] += 1;
      if (file.diagnostics.some(({ fix }) => fix?.safe)) fixable += 1;
      // The first letter tells the kind, so that a filter need not parse the line.
      text += `${kind[0]}${JSON.stringify(file)}\n`;
      if (text.length >= WRITTEN_TOGETHER) flush();
    },
    finish() {
      flush();
      return { kinds, fixable };
    },
  };

  function flush(): void {
    appendFileSync(problems, text);
    text = '';
  }
}

export function kindOf(file: FileReport): ProblemKind {
  if (file.outcome === 'conflict') return 'conflict';
  return wentWrong(file) ? 'error' : 'note';
}

function noProblems(): Record<ProblemKind, number> {
  return { error: 0, conflict: 0, note: 0 };
}

/** Which of the files of a log are wanted. */
export interface ProblemPage {
  /** All kinds where absent. */
  kind?: ProblemKind;
  start: number;
  limit: number;
}

/** The files of a page of a log; null where there is none. */
export async function readProblems(
  upload: UploadFolder,
  { kind, start, limit }: ProblemPage,
): Promise<FileReport[] | null> {
  if (!existsSync(upload.problems)) return null;
  const files: FileReport[] = [];
  let passed = 0;
  for await (const line of problemLines(upload, kind)) {
    passed += 1;
    if (passed <= start) continue;
    files.push(JSON.parse(line) as FileReport);
    if (files.length === limit) break;
  }
  return files;
}

/** The files of a log as JSON, one after the other. */
export async function* problemLines({ problems }: UploadFolder, kind?: ProblemKind): AsyncGenerator<string> {
  const input = createReadStream(problems);
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const own = KINDS.find((one) => one[0] === line[0]);
      if (own !== undefined && (kind === undefined || kind === own)) yield line.slice(1);
    }
  } finally {
    input.destroy();
  }
}
