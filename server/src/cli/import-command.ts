import path from 'node:path';
import type { ImportJobsService, ImportObservers, ImportReport } from '../import';
import { openImportSource } from '../import/import-source';
import { openNdjsonSource } from '../import/ndjson-source';
import { pressService } from '../press-service';
import { importReportText } from './import-report-text';
import { EXIT, type CommandIo } from './io';
import { drainJobs, waitingFor } from './job-lines';
import { jsonEvents, noEvents } from './json-events';
import { countForBar, startProgress } from './progress';
import { openReportFile } from './report-file';
import { untilSignal } from './signals';
import { withStrapiApp } from './strapi-app';

export interface ImportFlags {
  as?: string;
  dryRun?: boolean;
  strict?: boolean;
  overwrite?: boolean;
  prune?: boolean;
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
  const total = source.count ?? (await countForBar(io, () => source.files(), flags.json));
  const reportFile = flags.report === undefined ? null : openReportFile(flags.report, io);
  const events = flags.json ? jsonEvents(io, 'import') : noEvents();
  const observers: ImportObservers = {
    onStart(pass) {
      reportFile?.restart();
      events.start({ ...pass, total });
    },
    onFile(file) {
      reportFile?.add(file);
      events.problem(file);
    },
    onPruned(post) {
      reportFile?.add(post);
      events.problem(post);
    },
  };
  const { as: _as, report: _report, json: _json, ...options } = flags;
  try {
    const report = await untilSignal((signal) =>
      withStrapiApp(io.cwd, { readOnly: flags.dryRun ?? false }, async (strapi) => {
        const progress = startProgress(io, {
          what: flags.dryRun ? 'Reading' : 'Importing',
          unit: 'files',
          total,
        });
        const imports = pressService<ImportJobsService>(strapi, 'importJobs');
        const place = typeof what === 'string' ? what : null;
        const imported = await imports
          .run(source, place, options, {
            signal,
            ...observers,
            onProgress({ files, counts }) {
              progress.update(files);
              events.progress({ done: files, total, counts });
            },
            onWait: (job) => io.stderr(`${waitingFor(job)}\n`),
          })
          .finally(() => progress.stop());
        if (!flags.dryRun) await drainJobs(strapi, signal, io);
        return imported;
      }),
    );
    reportFile?.finish(report);
    events.done(report);
    if (!flags.json) io.stdout(importReportText(report, flags.report));
    return exitCodeOf(report);
  } catch (error) {
    reportFile?.fail(error);
    throw error;
  }
}

function exitCodeOf({ interrupted, refused }: ImportReport): number {
  if (interrupted) return EXIT.interrupted;
  return refused ? EXIT.problems : EXIT.done;
}
