import type { Envelope } from '../../../core/front-matter';
import type { PostReading } from '../../../core/post';
import type { DerivedAttributes } from './derive-post';
import type { ImportedText } from './imported-text';

/** What a row of a post holds besides its body, its relations and Strapi's own columns. */
export interface PostColumnsSource {
  reading: PostReading;
  derived: DerivedAttributes;
  text: string | null;
  base: string | null;
  filePath: string | null;
  fileHash: string | null;
  envelope: Envelope | null;
  importedText: ImportedText | null;
}

/** The attributes of a row that are computed: hook and batch import store the same. */
export function postColumns({
  reading,
  derived,
  text,
  base,
  ...file
}: PostColumnsSource): Record<string, unknown> {
  const { categories: _categories, tags: _tags, ...fields } = reading.fields;
  return { ...fields, ...derived, frontMatter: text, baseFrontMatter: base, ...file };
}
