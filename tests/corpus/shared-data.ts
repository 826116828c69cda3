import { readFileSync } from 'node:fs';
import path from 'node:path';

const SHARED = process.env.PRESS_SHARED ?? path.resolve(__dirname, '../../../shared');

/** The path of a file of the data that lies beside the project. */
export function sharedPath(...names: string[]): string {
  return path.join(SHARED, ...names);
}

export function readJson<Content>(file: string): Content {
  return JSON.parse(readFileSync(file, 'utf8')) as Content;
}
