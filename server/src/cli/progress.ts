import { SingleBar } from 'cli-progress';
import type { CommandIo } from './io';

/** Shows how far a command is: a line that renews itself on a terminal, else a line every few seconds. */
export interface Progress {
  /** @param text what was done so far ("1200 files"). */
  update(done: number, text: string): void;
  stop(): void;
}

const QUIET = 2000;
const PLAIN_LINES = 10_000;

/** Nothing is shown in the first two seconds. */
export function startProgress(io: CommandIo, what: string): Progress {
  const started = Date.now();
  return io.isTerminal ? drawnProgress(started, what) : printedProgress(io, started, what);
}

function drawnProgress(started: number, what: string): Progress {
  const bar = new SingleBar({
    format: `${what}: {text}, {rate}/s`,
    stream: process.stderr,
    clearOnComplete: true,
  });
  let drawing = false;
  return {
    update(done, text) {
      const now = Date.now();
      if (!drawing && now - started < QUIET) return;
      const rate = Math.round((done * 1000) / Math.max(1, now - started));
      if (!drawing) bar.start(0, 0, { text, rate });
      drawing = true;
      bar.update(0, { text, rate });
    },
    stop() {
      if (drawing) bar.stop();
    },
  };
}

function printedProgress(io: CommandIo, started: number, what: string): Progress {
  let next = started + QUIET;
  return {
    update(done, text) {
      const now = Date.now();
      if (now < next) return;
      next = now + PLAIN_LINES;
      io.stderr(`${what}: ${text}, ${Math.round((done * 1000) / Math.max(1, now - started))}/s\n`);
    },
    stop() {
      next = Infinity;
    },
  };
}
