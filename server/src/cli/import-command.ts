import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportReport, ImportService } from '../import';
import { OUTCOMES } from '../import/report';
import { openSource } from '../import/source';
import { pressService } from '../press-service';
import { CommandError, EXIT, type CommandIo } from './io';
import { startProgress } from './progress';
import { withStrapiApp } from './strapi-app';

export interface ImportFlags {
  as?: string;
  dryRun?: boolean;
  strict?: boolean;
  overwrite?: boolean;
  locale?: string;
  report?: string;
  json?: boolean;
}

/** `strapi-press import`: see `run` for the exit codes. */
export async function runImport(target: string, flags: ImportFlags, io: CommandIo): Promise<number> {
  const source = path.resolve(io.cwd, target);
  if (target === '-' || /\.zip$/i.test(target)) {
    throw new CommandError(
      `${target}: expected a folder or a file of a site; unpack archives first`,
      EXIT.usage,
    );
  }
  // Before Strapi is started: a wrong path is told at once.
  await openSource(source, flags.as);
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  process.once('SIGINT', interrupt);
  try {
    const report = await withStrapiApp(io.cwd, (strapi) => {
      const progress = startProgress(io, flags.dryRun ? 'Reading' : 'Importing');
      return pressService<ImportService>(strapi, 'import')
        .run(source, { ...flags, signal: controller.signal }, ({ files }) =>
          progress.update(files, `${files} files`),
        )
        .finally(() => progress.stop());
    });
    if (flags.report)
      await writeFile(path.resolve(io.cwd, flags.report), `${JSON.stringify(report, null, 2)}\n`);
    io.stdout(flags.json ? `${JSON.stringify(report)}\n` : reportText(report));
    if (report.interrupted) return EXIT.interrupted;
    return report.refused ? EXIT.problems : EXIT.done;
  } finally {
    process.off('SIGINT', interrupt);
  }
}

/** The report as it is printed: a line for each problem, then the counts, whose sum is the number of files. */
function reportText(report: ImportReport): string {
  if (report.refused) return 'Nothing was written: there are errors (strapi-press validate lists them).\n';
  const lines = report.problems.flatMap(({ path: file, outcome, reason, diagnostics }) => {
    const told = diagnostics.map(
      ({ line, column, severity, ruleId, message }) =>
        `${file}:${line}:${column} ${severity} ${ruleId} ${message}`,
    );
    return told.length > 0 && outcome !== 'conflict'
      ? told
      : [`${file}: ${outcome}: ${reason ?? ''}`, ...told];
  });
  const counts = OUTCOMES.map(
    (outcome) => `  ${outcome.padEnd(10)} ${report.counts[outcome]}${ignoredReasons(report, outcome)}`,
  );
  const title = report.dryRun
    ? 'Dry run, nothing was written'
    : report.interrupted
      ? 'Interrupted'
      : 'Imported';
  const terms = `${report.categoriesCreated} categories and ${report.tagsCreated} tags created`;
  const nothing =
    report.files === report.counts.unchanged + report.counts.ignored ? 'Nothing changed.\n' : '';
  return `${lines.map((line) => `${line}\n`).join('')}${title} ${report.root}
${counts.join('\n')}
  files      ${report.files}
${terms}, ${report.seconds.toFixed(1)} s, ${Math.round(report.files / Math.max(report.seconds, 0.001))} files/s
${nothing}`;
}

function ignoredReasons({ ignored }: ImportReport, outcome: string): string {
  if (outcome !== 'ignored') return '';
  const reasons = Object.entries(ignored).map(([reason, count]) => `${reason} ${count}`);
  return reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
}
