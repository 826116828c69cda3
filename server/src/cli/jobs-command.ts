import { setTimeout as wait } from 'node:timers/promises';
import { hasTables } from '../database/has-tables';
import type { JobsService } from '../jobs';
import { pressService } from '../press-service';
import { CommandError, EXIT, type CommandIo } from './io';
import { jobEndLine, jobLine, jobProgress } from './job-lines';
import { untilSignal } from './signals';
import { withStrapiApp } from './strapi-app';

const POLL_MILLISECONDS = 2000;

export interface WorkFlags {
  once?: boolean;
}

export interface JobsFlags {
  json?: boolean;
}

/** `strapi-press work`: runs jobs until Ctrl+C; with `--once` until none is queued. */
export async function runWork({ once = false }: WorkFlags, io: CommandIo): Promise<number> {
  await untilSignal((signal) =>
    withStrapiApp(io.cwd, { readOnly: false }, async (strapi) => {
      const jobs = pressService<JobsService>(strapi, 'jobs');
      const progress = jobProgress(io);
      for (;;) {
        await jobs.drain(signal, {
          ...progress,
          ended(job, end) {
            progress.ended?.(job, end);
            io.stdout(`${jobEndLine(job, end)}\n`);
          },
        });
        if (once || signal.aborted) return;
        await wait(POLL_MILLISECONDS, undefined, { signal }).catch(() => undefined);
      }
    }),
  );
  return EXIT.done;
}

/** `strapi-press jobs`: the last jobs, the newest first. */
export async function runJobs({ json = false }: JobsFlags, io: CommandIo): Promise<number> {
  const jobs = await withStrapiApp(io.cwd, { readOnly: true }, async (strapi) =>
    (await hasTables(strapi)) ? pressService<JobsService>(strapi, 'jobs').list() : [],
  );
  io.stdout(json ? `${JSON.stringify(jobs)}\n` : jobs.map((job) => `${jobLine(job)}\n`).join(''));
  return EXIT.done;
}

/** `strapi-press jobs cancel|resume ID`. */
export async function runJobChange(what: 'cancel' | 'resume', id: string, io: CommandIo): Promise<number> {
  if (!/^[1-9]\d*$/.test(id)) throw new CommandError(`${id} is no number of a job`, EXIT.usage);
  const changed = await withStrapiApp(io.cwd, { readOnly: false }, (strapi) => {
    const jobs = pressService<JobsService>(strapi, 'jobs');
    return what === 'cancel' ? jobs.cancel(Number(id)) : jobs.resume(Number(id));
  });
  if (!changed) {
    const why =
      what === 'cancel' ? 'it has ended, or there is none' : 'only one that stopped before its end can be';
    throw new CommandError(
      `job ${id} was not ${what === 'cancel' ? 'cancelled' : 'resumed'}: ${why}`,
      EXIT.usage,
    );
  }
  io.stdout(
    what === 'cancel' ? `job ${id} stops\n` : `job ${id} is queued; a server or strapi-press work takes it\n`,
  );
  return EXIT.done;
}
