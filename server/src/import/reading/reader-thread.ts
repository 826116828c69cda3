import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Settings } from '../../../../core/settings';
import type { FilesRead, FilesToRead } from './read-lot';
import type { ThreadAnswer, ThreadQuestion, ThreadTask } from './thread';

/** A second thread that reads files while the first one writes posts. */
export interface ReaderThread {
  /** @throws Error where the thread ended; it answers nothing any more then. */
  read(files: FilesToRead, settings: Settings): Promise<FilesRead>;
  stop(): Promise<void>;
}

/** A heap for lots of posts; where files are so large that one does not fit, the thread ends, and the first one reads. */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };

interface Asked {
  resolve: (files: FilesRead) => void;
  reject: (error: Error) => void;
}

/**
 * The thread of the built plugin; null where there is no processor for it, in sources that run unbuilt, and in the build as
 * an ES module, which does not know its folder (Strapi 5.54 loads the other one).
 */
export function startReaderThread(task: ThreadTask): ReaderThread | null {
  if (typeof __dirname === 'undefined') return null;
  // The build puts it beside the server's file.
  const script = path.join(__dirname, '..', 'import-reader', 'index.js');
  return availableParallelism() > 1 && existsSync(script) ? readerThread(script, task) : null;
}

/** Starts a thread with its script. */
export function readerThread(script: string, task: ThreadTask): ReaderThread {
  const worker = new Worker(script, { resourceLimits: LIMITS, workerData: task });
  const asked = new Map<number, Asked>();
  let last = 0;
  let sent: Settings | undefined;
  let ended: Error | undefined;

  worker.on('message', ({ number, ...files }: ThreadAnswer) => {
    asked.get(number)?.resolve(files);
    asked.delete(number);
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The thread that reads files ended.')));
  // A process may end while it runs.
  worker.unref();

  return {
    read({ entries, knownHashes }, settings) {
      if (ended) return Promise.reject(ended);
      last += 1;
      const question: ThreadQuestion = { number: last, entries, knownHashes };
      if (sent !== settings) question.settings = settings;
      sent = settings;
      worker.postMessage(question);
      return new Promise((resolve, reject) => asked.set(question.number, { resolve, reject }));
    },
    async stop() {
      await worker.terminate();
    },
  };

  function end(error: Error): void {
    ended ??= error;
    for (const { reject } of asked.values()) reject(ended);
    asked.clear();
  }
}
