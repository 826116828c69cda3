import { slugCandidates } from '../../../core/links';

/** The first of `name`, `name-2`, `name-3` … that the database does not have. */
export async function firstFree(wanted: string, taken: (slug: string) => Promise<boolean>): Promise<string> {
  const candidates = slugCandidates(wanted);
  let slug = candidates.next().value;
  while (await taken(slug)) slug = candidates.next().value;
  return slug;
}
