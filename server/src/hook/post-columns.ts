import type { Envelope } from '../../../core/front-matter';
import type { PostFields, PostReading } from '../../../core/post';
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

type PostColumns = Omit<PostFields, 'categories' | 'tags'> &
  DerivedAttributes &
  Pick<PostColumnsSource, 'filePath' | 'fileHash' | 'envelope' | 'importedText'> &
  Record<'frontMatter' | 'baseFrontMatter', string | null>;

/** The attributes of a row that are computed: hook and batch import store the same. */
export function postColumns({
  reading: { fields },
  derived,
  text,
  base,
  filePath,
  fileHash,
  envelope,
  importedText,
}: PostColumnsSource): Record<string, unknown> {
  // Each by its name: copying objects of so many attributes was a fortieth of an import.
  return {
    title: fields.title,
    slug: fields.slug,
    date: fields.date,
    layout: fields.layout,
    author: fields.author,
    source: fields.source,
    excerpt: fields.excerpt,
    image: fields.image,
    permalink: fields.permalink,
    shareUrl: fields.shareUrl,
    extra: derived.extra,
    url: derived.url,
    urlKey: derived.urlKey,
    shareLinks: derived.shareLinks,
    backLinks: derived.backLinks,
    diagnostics: derived.diagnostics,
    errorCount: derived.errorCount,
    problems: derived.problems,
    frontMatter: text,
    baseFrontMatter: base,
    filePath,
    fileHash,
    envelope,
    importedText,
  } satisfies PostColumns;
}
