import { decodeUtf8, readHeader, splitFrame, toRubyString, type Value } from '../../../core/front-matter';
import type { ImportLocales } from './locales';
import type { Source } from './source';
import { bytesOf } from './source-file';

/** What a category's page says: `layout: category`, `category: term`, `title`, and `parent` for a nested one. */
export interface CategoryPage {
  /** Of the page, relative to the site root. */
  path: string;
  term: string;
  title: string | null;
  parent: string | null;
  /** The page's `lang`, where the instance has that locale, else the default one. */
  locale: string;
  /** The whole page, with its byte order mark. */
  text: string;
}

/** Far above any page that a person wrote. */
const LARGEST_PAGE = 1_000_000;

/** The category pages of a site, the first of each term and locale. A page that cannot be read is no category page. */
export async function readCategoryPages(source: Source, locales: ImportLocales): Promise<CategoryPage[]> {
  const pages = new Map<string, CategoryPage>();
  for await (const file of source.pages()) {
    const page = readPage(file.path, bytesOf(file, LARGEST_PAGE), locales);
    if (page === null) continue;
    const key = `${page.locale} ${page.term}`;
    if (!pages.has(key)) pages.set(key, page);
  }
  return [...pages.values()];
}

function readPage(path: string, bytes: Uint8Array, locales: ImportLocales): CategoryPage | null {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return null;
  const frame = splitFrame(decoded.text);
  if (!frame.hasHeader) return null;
  const { map } = readHeader(frame.yaml);
  const text = (key: string): string | null => nonEmpty(map.get(key));
  const term = text('category');
  if (term === null || text('layout') !== 'category') return null;
  return {
    path,
    term,
    title: text('title'),
    parent: text('parent'),
    locale: locales.of(map.get('lang')),
    text: `${decoded.bom ? '\uFEFF' : ''}${decoded.text}`,
  };
}

function nonEmpty(value: Value | undefined): string | null {
  return value === undefined || value === null ? null : toRubyString(value) || null;
}
