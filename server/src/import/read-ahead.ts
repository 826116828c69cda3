import { readPostFile, type PostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { loadSourceFile, type LoadedFile, type SourceFile } from './source-file';

/** A file that was read. */
export interface ReadFile {
  path: string;
  bytes: Uint8Array;
  post: PostFile;
}

/** How many files are loaded while one is read: bounds memory, and hides how long a disk takes to answer. */
const AHEAD = 16;

/** Reads files in their order; while one is read the next ones are loaded. */
export async function* readAhead(
  files: AsyncIterable<SourceFile>,
  settings: Settings,
): AsyncGenerator<ReadFile> {
  const loading: Promise<{ path: string; loaded: LoadedFile }>[] = [];
  for await (const source of files) {
    loading.push(loadSourceFile(source, settings).then((loaded) => ({ path: source.path, loaded })));
    if (loading.length > AHEAD) yield* next();
  }
  while (loading.length > 0) yield* next();

  async function* next(): AsyncGenerator<ReadFile> {
    const ready = await loading.shift();
    if (!ready) return;
    const { path, loaded } = ready;
    const { bytes } = loaded;
    yield { path, bytes, post: loaded.post ?? readPostFile({ path, bytes }, settings) };
  }
}
