import type { Core } from '@strapi/strapi';
import { hasTables } from '../database/has-tables';
import type { JobsService } from '../jobs';
import { pressService } from '../press-service';
import type { RegenerationService } from '../regeneration';
import { countsOf } from '../regeneration/regeneration-counts';
import { failureOf } from '../import/failure';
import { CommandError, EXIT, type CommandIo } from './io';
import { waitingFor } from './job-lines';
import { jsonEvents, noEvents } from './json-events';
import { startProgress } from './progress';
import { untilSignal } from './signals';
import { withStrapiApp } from './strapi-app';

export interface RebuildFlags {
  dryRun?: boolean;
  json?: boolean;
}

interface Rows {
  checked: number;
  changed: number;
  /** Rows that keep their URL because another post has the one that they should get. */
  conflicts: { message: string }[];
}

type RowProgress = (rows: Omit<Rows, 'conflicts'>) => void;

/** `strapi-press rebuild`: recomputes every generated field and prints how many rows differed. */
export async function runRebuild(
  { dryRun = false, json = false }: RebuildFlags,
  io: CommandIo,
): Promise<number> {
  const events = json ? jsonEvents(io, 'rebuild') : noEvents();
  let interrupted = false;
  const { checked, changed, conflicts } = await untilSignal((signal) => {
    signal.addEventListener('abort', () => (interrupted = true));
    return withStrapiApp(io.cwd, { readOnly: dryRun }, async (strapi) => {
      if (!(await hasTables(strapi))) return { checked: 0, changed: 0, conflicts: [] };
      events.start({ dryRun });
      const bar = startProgress(io, { what: 'Rebuilding', unit: 'rows' });
      const progress = (rows: Omit<Rows, 'conflicts'>): void => {
        bar.update(rows.checked);
        events.progress({ done: rows.checked, changed: rows.changed });
      };
      return await (dryRun ? differences(strapi, progress) : rebuild(strapi, signal, progress, io)).finally(
        () => bar.stop(),
      );
    });
  });
  events.done({ checked, changed, conflicts });
  for (const { message } of json ? [] : conflicts) io.stdout(`${message}\n`);
  if (!json) io.stdout(`${checked} rows checked, ${changed} ${dryRun ? 'differ' : 'changed'}\n`);
  if (interrupted) return EXIT.interrupted;
  return conflicts.length > 0 ? EXIT.problems : EXIT.done;
}

async function differences(strapi: Core.Strapi, progress: RowProgress): Promise<Rows> {
  const service = pressService<RegenerationService>(strapi, 'regeneration');
  const found = await service.differences(progress);
  return { ...found, conflicts: [] };
}

async function rebuild(
  strapi: Core.Strapi,
  signal: AbortSignal,
  progress: RowProgress,
  io: CommandIo,
): Promise<Rows> {
  const service = pressService<RegenerationService>(strapi, 'regeneration');
  let rows: Rows = { checked: 0, changed: 0, conflicts: [] };
  const end = await pressService<JobsService>(strapi, 'jobs').run(
    'rebuild',
    { scope: 'all', cause: 'rebuild' },
    async ({ signal: stop, checkpoint }) => {
      rows = await service.run('all', 'rebuild', {
        signal: stop,
        async checkpoint(state, resume) {
          await checkpoint({ counts: countsOf(state), cursor: resume });
          progress(state);
        },
      });
      return { checked: rows.checked, changed: rows.changed };
    },
    { signal, onWait: (job) => io.stderr(`${waitingFor(job)}\n`) },
  );
  if (end.state === 'failed') throw new CommandError(failureOf(end.error), EXIT.usage);
  return rows;
}
