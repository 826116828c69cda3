import { joinFrame, removeKey, setKey, splitFrame, type WriteResult } from '../../../core/front-matter';
import { baseNameOf, extensionOf, withoutExtension } from '../../../core/jekyll';
import type { CategoryPageRecord, PagedCategory } from '../terms/category-page';

const BOM = '\uFEFF';

/**
 * The page of a category as it is written: the page that was imported, with the name, term and parent that changed since;
 * under the new slug's name where it had the old one.
 */
export function pageFileOf(category: PagedCategory & { page: CategoryPageRecord }): {
  path: string;
  text: string;
} {
  const { page } = category;
  return { path: pathOf(category), text: textOf(page, changesOf(category)) };
}

type Change = (yaml: string) => WriteResult;

function changesOf({ page, name, term, parent }: PagedCategory & { page: CategoryPageRecord }): Change[] {
  const parentTerm = parent?.term ?? null;
  const changes: Change[] = [];
  if (name !== null && name !== page.name) changes.push((yaml) => setKey(yaml, 'title', name));
  if (term !== null && term !== page.term) changes.push((yaml) => setKey(yaml, 'category', term));
  if (parentTerm !== page.parent) {
    changes.push((yaml) =>
      parentTerm === null ? removeKey(yaml, 'parent') : setKey(yaml, 'parent', parentTerm),
    );
  }
  return changes;
}

/** A change that the text cannot take is left out; the page stays readable. */
function textOf({ text }: CategoryPageRecord, changes: Change[]): string {
  if (changes.length === 0) return text;
  const bom = text.startsWith(BOM) ? BOM : '';
  const frame = splitFrame(text.slice(bom.length));
  const yaml = changes.reduce((before, change) => {
    const written = change(before);
    return written.ok ? written.yaml : before;
  }, frame.yaml);
  return bom + joinFrame({ ...frame, yaml });
}

function pathOf({ slug, page }: PagedCategory & { page: CategoryPageRecord }): string {
  const { path } = page;
  const name = baseNameOf(path);
  const isOfSlug = page.slug !== null && withoutExtension(name) === page.slug;
  if (!isOfSlug || !slug || slug === page.slug || slug.includes('/')) return path;
  return `${path.slice(0, path.length - name.length)}${slug}${extensionOf(name)}`;
}
