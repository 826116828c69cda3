import path from 'node:path';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import { hasTables } from '../database/has-tables';
import type { ExportReport, ExportService, ExportStatus } from '../export';
import { exportReportText } from './export-report-text';
import { EXIT, type CommandIo } from './io';
import { jsonEvents, noEvents } from './json-events';
import { startProgress } from './progress';
import { untilSignal } from './signals';
import { withStrapiApp } from './strapi-app';

export interface ExportFlags {
  status: ExportStatus;
  prune?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** `strapi-press export`: see `run` for the exit codes. Nothing in the database changes. */
export async function runExport(target: string, flags: ExportFlags, io: CommandIo): Promise<number> {
  const file = path.resolve(io.cwd, target);
  const events = flags.json ? jsonEvents(io, 'export') : noEvents();
  const report = await untilSignal((signal) =>
    withStrapiApp(io.cwd, { readOnly: true }, async (strapi) => {
      const total = (await hasTables(strapi))
        ? await strapi.db.query(POST_UID).count({ where: { publishedAt: null } })
        : 0;
      const progress = startProgress(io, { what: 'Exporting', unit: 'posts', total });
      events.start({ target: file, dryRun: flags.dryRun ?? false, total });
      return pressService<ExportService>(strapi, 'export')
        .run(file, { ...flags, signal }, ({ posts, counts }) => {
          progress.update(posts);
          events.progress({ done: posts, total, counts });
        })
        .finally(() => progress.stop());
    }),
  );
  for (const refused of report.refused) events.problem({ ...refused, outcome: 'refused' });
  events.done(report);
  if (!flags.json) io.stdout(exportReportText(report));
  return exitCodeOf(report);
}

function exitCodeOf({ interrupted, refused }: ExportReport): number {
  if (interrupted) return EXIT.interrupted;
  return refused.length > 0 ? EXIT.problems : EXIT.done;
}
