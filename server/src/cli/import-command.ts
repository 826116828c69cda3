import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importAsJob, type ImportReport } from '../import';
import { openImportSource } from '../import/import-source';
import { openNdjsonSource } from '../import/ndjson-source';
import { importReportText } from './import-report-text';
import { drainJobs, waitingFor } from './job-lines';
import { CommandError, EXIT, lineOf, type CommandIo } from './io';
import { countForBar, startProgress } from './progress';
import { untilSignal } from './signals';
import { withStrapiApp } from './strapi-app';

export interface ImportFlags {
  as?: string;
  dryRun?: boolean;
  strict?: boolean;
  overwrite?: boolean;
  throughDocuments?: boolean;
  images?: boolean;
  locale?: string;
  report?: string;
  json?: boolean;
}

/** `strapi-press import`: see `run` for the exit codes. */
export async function runImport(target: string, flags: ImportFlags, io: CommandIo): Promise<number> {
  const what = target === '-' ? await openNdjsonSource(io.stdin) : path.resolve(io.cwd, target);
  const { source } = await openImportSource(what, { as: flags.as });
  const total = source.count ?? (await countForBar(io, () => source.files()));
  if (flags.report) await writeReport(flags.report, '', io);
  const { as: _as, report: _report, json: _json, ...options } = flags;
  const report = await untilSignal((signal) =>
    withStrapiApp(io.cwd, { readOnly: flags.dryRun ?? false }, async (strapi) => {
      const progress = startProgress(io, {
        what: flags.dryRun ? 'Reading' : 'Importing',
        unit: 'files',
        total,
      });
      const imported = await importAsJob(strapi, source, typeof what === 'string' ? what : null, options, {
        signal,
        onProgress: ({ files }) => progress.update(files),
        onWait: (job) => io.stderr(`${waitingFor(job)}\n`),
      }).finally(() => progress.stop());
      if (!flags.dryRun) await drainJobs(strapi, signal, io);
      return imported;
    }),
  );
  if (flags.report) await writeReport(flags.report, `${JSON.stringify(report, null, 2)}\n`, io);
  io.stdout(flags.json ? `${JSON.stringify(report)}\n` : importReportText(report));
  return exitCodeOf(report);
}

function exitCodeOf({ interrupted, refused }: ImportReport): number {
  if (interrupted) return EXIT.interrupted;
  return refused ? EXIT.problems : EXIT.done;
}

/** Written empty before the import, so that a path that cannot be written stops it. */
async function writeReport(file: string, text: string, io: CommandIo): Promise<void> {
  try {
    await writeFile(path.resolve(io.cwd, file), text);
  } catch (error) {
    throw new CommandError(`--report ${file}: cannot be written: ${lineOf(error)}`, EXIT.usage);
  }
}
