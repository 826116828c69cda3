import type { Settings } from '../../../core/settings';
import { imagesOf, type ImageImport } from './images';
import type { ReadyPost } from './import-post';
import type { ForeseenTerms } from './new-terms';

/** What an import does beside writing posts. */
export interface ImportCompanions {
  /** Absent where images are left out. */
  images?: ImageImport;
  /** What a trial learns of terms. */
  foreseen?: ForeseenTerms;
}

/** A post that a trial would store. */
export interface TriedPost {
  post: Pick<ReadyPost, 'file' | 'body' | 'locale'>;
  /** Terms of the categories that its footer names. */
  told: string[];
}

/** Adds to the report of a trial what posts would bring with them. */
export async function foresee(
  tried: readonly TriedPost[],
  { images, foreseen }: ImportCompanions,
  settings: Settings,
): Promise<void> {
  for (const locale of new Set(tried.map(({ post }) => post.locale))) {
    const here = tried.filter(({ post }) => post.locale === locale);
    const fields = here.map(({ post }) => post.file.reading.fields);
    const told = here.flatMap((one) => one.told);
    await foreseen?.see('category', [...told, ...fields.flatMap(({ categories }) => categories)], locale);
    await foreseen?.see(
      'tag',
      fields.flatMap(({ tags }) => tags),
      locale,
    );
  }
  await images?.bring(
    tried.map(({ post }) => ({ filePath: post.file.path, paths: imagesOf(post, settings).paths })),
  );
}
