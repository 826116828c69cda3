import type { CommandIo } from './io';

/** How far a command is. */
export interface ProgressEvent {
  done: number;
  /** Absent where it is not known. */
  total?: number;
  [more: string]: unknown;
}

/** The events of `--json`, each a line of JSON with the key `event`. */
export interface JsonEvents {
  /** Something begins; under `import --strict` first the check and then the import. */
  start(what: Record<string, unknown>): void;
  /** At most one a second, with `rate` (a second) and, where the total is known, `left` (seconds). */
  progress(event: ProgressEvent): void;
  problem(what: object): void;
  /** The last line. */
  done(report: object): void;
}

const INTERVAL = 1000;

/** Prints what happens for machines. */
export function jsonEvents(io: CommandIo, command: string): JsonEvents {
  let started = Date.now();
  let next = started + INTERVAL;
  const print = (event: string, what: object): void => io.stdout(`${JSON.stringify({ event, ...what })}\n`);

  return {
    start(what) {
      started = Date.now();
      next = started + INTERVAL;
      print('start', { command, ...what });
    },
    progress(event) {
      const now = Date.now();
      if (now < next) return;
      next = now + INTERVAL;
      const rate = Math.round((event.done * 1000) / Math.max(1, now - started));
      const { done, total } = event;
      const left = total === undefined || rate === 0 ? {} : { left: Math.round((total - done) / rate) };
      print('progress', { ...event, rate, ...left });
    },
    problem: (what) => print('problem', what),
    done: (report) => print('done', { report }),
  };
}

/** The events of a command that prints text instead. */
export function noEvents(): JsonEvents {
  const ignore = (): void => undefined;
  return { start: ignore, progress: ignore, problem: ignore, done: ignore };
}
