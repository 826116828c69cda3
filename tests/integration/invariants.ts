import type { Core } from '@strapi/strapi';
import { putFields, readPost } from '../../core/jekyll';
import { derivePost } from '../../server/src/hook/derive-post';
import { fieldsOf, type StoredPost } from '../../server/src/hook/stored-post';
import type { ListingService } from '../../server/src/listing';
import { differingPosts } from '../../server/src/listing/listing-writer';
import { POST_UID } from '../../server/src/plugin-id';
import type { SettingsService } from '../../server/src/settings';
import { loadCategoryNodes } from '../../server/src/terms';

/** One row with every column and its terms. */
export type PostRow = StoredPost & Record<string, unknown>;

/** All rows of all posts, draft and published, in every locale. */
export async function allPostRows(strapi: Core.Strapi): Promise<PostRow[]> {
  const rows: unknown = await strapi.db
    .query(POST_UID)
    .findMany({ populate: { categories: true, tags: true }, orderBy: { id: 'asc' } });
  return rows as PostRow[];
}

/** Checks invariants 1 to 4 of the design on every row that the database holds. */
export async function expectInvariants(strapi: Core.Strapi): Promise<void> {
  const settings = await strapi.plugin('press').service<SettingsService>('settings').get();
  const published = new Map<string, string>();
  for (const row of await allPostRows(strapi)) {
    const context = { filePath: row.filePath, body: row.body ?? '', settings };
    const reading = readPost({ ...context, yaml: row.frontMatter }, settings);
    const name = `${row.publishedAt ? 'published' : 'draft'} row ${row.id} of "${row.title ?? ''}"`;
    expect({ name, fields: fieldsOf(row) }).toEqual({ name, fields: reading.fields });
    if (reading.readable) {
      const written = putFields(row.baseFrontMatter, reading.fields, context);
      expect({ name, written }).toMatchObject({ name, written: { ok: true, yaml: row.frontMatter } });
    }
    const nodes = await loadCategoryNodes(
      strapi,
      row.categories.map(({ id }) => id),
    );
    const derived = derivePost(
      {
        reading,
        filePath: row.filePath,
        capturedShareUrl: row.envelope?.footer?.shareUrl || null,
        categories: row.categories.flatMap(({ id }) => nodes.get(id) ?? []),
        locale: row.locale,
        published: Boolean(row.publishedAt),
      },
      settings,
    );
    const stored = Object.fromEntries(Object.keys(derived).map((key) => [key, row[key]]));
    expect({ name, ...stored }).toEqual({ name, ...derived });
    if (!row.publishedAt) {
      expect({ name, urlKey: row.urlKey }).toEqual({ name, urlKey: null });
      continue;
    }
    expect({ name, errorCount: row.errorCount }).toEqual({ name, errorCount: 0 });
    expect({ name, taken: published.get(String(row.urlKey)) }).toEqual({ name, taken: undefined });
    published.set(String(row.urlKey), name);
  }
  await expectListing(strapi);
}

/** The listing names every row of every post under each of its terms, and the counts are those of the listing. */
async function expectListing(strapi: Core.Strapi): Promise<void> {
  const posts = (await allPostRows(strapi)).map(({ id, locale, publishedAt, date, categories, tags }) => ({
    id,
    locale,
    published: Boolean(publishedAt),
    date,
    categories: categories.map((category) => category.id),
    tags: tags.map((tag) => tag.id),
  }));
  expect({ misplaced: await differingPosts(strapi, posts) }).toEqual({ misplaced: [] });
  const listing = strapi.plugin('press').service<ListingService>('listing');
  expect({ faults: await listing.faults() }).toEqual({ faults: 0 });
}
