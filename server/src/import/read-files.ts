import { readPostFile, type PostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { loadSourceFile, type SourceFile } from './source-file';

/** A file that was read. */
export interface ReadFile {
  path: string;
  bytes: Uint8Array;
  post: PostFile;
}

/** Reads files one after the other, in their order. */
export async function* readFiles(
  files: AsyncIterable<SourceFile>,
  settings: Settings,
): AsyncGenerator<ReadFile> {
  for await (const source of files) {
    const { path } = source;
    const { bytes, post } = loadSourceFile(source, settings);
    yield { path, bytes, post: post ?? readPostFile({ path, bytes }, settings) };
  }
}
