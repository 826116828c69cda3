import { parentPort, workerData } from 'node:worker_threads';
import { createId } from '@paralleldrive/cuid2';
import type { Settings } from '../../../../core/settings';
import { readFilesOfLot, type FilesRead, type FilesToRead } from './read-lot';

/** What a thread is asked; the settings come with the first lot and where they changed. */
export interface ThreadQuestion extends FilesToRead {
  number: number;
  settings?: Settings;
}

/** What a thread is started with. */
export interface ThreadTask {
  /** Whether the files that are new become posts whose rows we write: it makes the ids of their documents. */
  makesDocumentIds: boolean;
}

export interface ThreadAnswer extends FilesRead {
  number: number;
}

const { makesDocumentIds } = workerData as ThreadTask;
let settings: Settings | undefined;

parentPort?.on('message', ({ number, settings: changed, ...files }: ThreadQuestion) => {
  settings = changed ?? settings;
  if (!settings) throw new Error('The first lot of files must come with the settings.');
  const readings = readFilesOfLot(files, settings);
  // The function that Strapi 5.54 takes for its types: an id is 0.03 ms that the other thread does not have to spend.
  const documentIds = readings.map((reading, index) => {
    const isPost = 'file' in reading && reading.file?.status === 'post';
    return makesDocumentIds && isPost && files.knownHashes[index] === null ? createId() : undefined;
  });
  parentPort?.postMessage({ number, readings, documentIds } satisfies ThreadAnswer);
});
