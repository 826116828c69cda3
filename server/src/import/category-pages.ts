import { decodeUtf8, readHeader, splitFrame, toRubyString, type Value } from '../../../core/front-matter';
import type { Source } from './source';

/** What a category's page says: `layout: category`, `category: term`, `title`, and `parent` for a nested one. */
export interface CategoryPage {
  term: string;
  title: string | null;
  parent: string | null;
}

/** The category pages of a site, by term. A page that cannot be read is no category page. */
export async function readCategoryPages(source: Source): Promise<Map<string, CategoryPage>> {
  const pages = new Map<string, CategoryPage>();
  for await (const file of source.pages()) {
    const page = readPage(await file.read().catch(() => new Uint8Array()));
    if (page && !pages.has(page.term)) pages.set(page.term, page);
  }
  return pages;
}

function readPage(bytes: Uint8Array): CategoryPage | null {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return null;
  const frame = splitFrame(decoded.text);
  if (!frame.hasHeader) return null;
  const { map } = readHeader(frame.yaml);
  const text = (key: string): string | null => nonEmpty(map.get(key));
  const term = text('category');
  if (term === null || text('layout') !== 'category') return null;
  return { term, title: text('title'), parent: text('parent') };
}

function nonEmpty(value: Value | undefined): string | null {
  return value === undefined || value === null ? null : toRubyString(value) || null;
}
