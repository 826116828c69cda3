import { parentPort } from 'node:worker_threads';
import type { Settings } from '../../../../core/settings';
import { readFilesOfLot, type FileReading, type FilesToRead } from './read-lot';

/** What a thread is asked; the settings come with the first lot and where they changed. */
export interface ThreadQuestion extends FilesToRead {
  number: number;
  settings?: Settings;
}

export interface ThreadAnswer {
  number: number;
  readings: FileReading[];
}

let settings: Settings | undefined;

parentPort?.on('message', ({ number, settings: changed, ...files }: ThreadQuestion) => {
  settings = changed ?? settings;
  if (!settings) throw new Error('The first lot of files must come with the settings.');
  parentPort?.postMessage({ number, readings: readFilesOfLot(files, settings) } satisfies ThreadAnswer);
});
