import type { Saying } from '../../../../core/messages';
import { emptyList, type ShortList } from '../short-list';

/** An image that the site does not have, or that was not let in. */
export interface ImageProblem extends Partial<Saying<'reason'>> {
  path: string;
  /** The first posts that show it, by their paths. */
  posts: string[];
  /** Why it was not let in; absent for one that is missing. */
  reason?: string;
}

/** What became of the site's own images that posts show, each counted once. */
export interface ImagesReport {
  /** Those that the site or the media library has; the sum of the four that follow. */
  found: number;
  uploaded: number;
  /** Those whose file changed. */
  replaced: number;
  unchanged: number;
  rejected: ShortList<ImageProblem>;
  missing: ShortList<ImageProblem>;
}

export function emptyImagesReport(): ImagesReport {
  return { found: 0, uploaded: 0, replaced: 0, unchanged: 0, rejected: emptyList(), missing: emptyList() };
}
