import { SingleBar } from 'cli-progress';
import type { CommandIo } from './io';

/** Shows how far a command is: a bar on a terminal, else a line every few seconds. */
export interface Progress {
  update(done: number): void;
  /** Takes the bar off the terminal, so that a line can be printed in its place. */
  clear(): void;
  stop(): void;
}

export interface ProgressOptions {
  /** What is done ("Importing"). */
  what: string;
  /** What is counted ("files"). */
  unit: string;
  /** How many there are; unknown where absent. */
  total?: number;
}

const QUIET = 2000;
const PLAIN_LINES = 10_000;
const CLEAR_LINE = '\r\u001b[K';

/** Nothing is shown in the first two seconds. */
export function startProgress(io: CommandIo, options: ProgressOptions): Progress {
  return io.isTerminal ? drawnProgress(io, options) : printedProgress(io, options);
}

function drawnProgress(io: CommandIo, { what, unit, total }: ProgressOptions): Progress {
  const started = Date.now();
  const format =
    total === undefined ? `{value} ${unit}` : `[{bar}] {value}/{total} ${unit}, {eta_formatted} left`;
  const bar = new SingleBar({
    format: `${what} ${format}, {rate}/s`,
    stream: process.stderr,
    clearOnComplete: true,
    forceRedraw: true,
    etaBuffer: 500,
    // Ctrl+C must leave the terminal as it was.
    hideCursor: false,
    linewrap: true,
  });
  let drawing = false;
  return {
    update(done) {
      const elapsed = Date.now() - started;
      if (!drawing && elapsed < QUIET) return;
      const payload = { rate: rateOf(done, elapsed) };
      if (!drawing) bar.start(total ?? 0, done, payload);
      drawing = true;
      bar.update(done, payload);
    },
    clear() {
      if (drawing) io.stderr(CLEAR_LINE);
    },
    stop() {
      if (drawing) bar.stop();
      drawing = false;
    },
  };
}

function printedProgress(io: CommandIo, { what, unit, total }: ProgressOptions): Progress {
  const started = Date.now();
  let next = started + QUIET;
  return {
    update(done) {
      const now = Date.now();
      if (now < next) return;
      next = now + PLAIN_LINES;
      const of = total === undefined ? '' : ` of ${total}`;
      io.stderr(`${what}: ${done}${of} ${unit}, ${rateOf(done, now - started)}/s\n`);
    },
    clear: () => undefined,
    stop: () => undefined,
  };
}

function rateOf(done: number, milliseconds: number): number {
  return Math.round((done * 1000) / Math.max(1, milliseconds));
}

/** Counts what a generator gives, where a bar (or `wanted` something else) will show it. */
export async function countForBar(
  io: CommandIo,
  items: () => AsyncIterable<unknown>,
  wanted = false,
): Promise<number | undefined> {
  if (!io.isTerminal && !wanted) return undefined;
  let count = 0;
  const iterator = items()[Symbol.asyncIterator]();
  while (!(await iterator.next()).done) count += 1;
  return count;
}
