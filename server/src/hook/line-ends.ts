import { keepLineEnds } from '../../../core/front-matter';
import type { StoredPost } from './stored-post';
import type { Data } from './write-data';

/** Gives texts that an editor sends back the line ends that they are stored with. */
export function restoreLineEnds(data: Data, stored: StoredPost): void {
  const usual = stored.envelope?.open.endsWith('\r\n') ? '\r\n' : '\n';
  for (const name of ['body', 'frontMatter'] as const) {
    const text = data[name];
    if (typeof text === 'string') data[name] = keepLineEnds(stored[name] ?? '', text, usual);
  }
}
