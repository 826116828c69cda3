import type { Core } from '@strapi/strapi';
import { hasEmptyShareLink, readPost } from '../../../core/jekyll';
import type { CategoryNode, PostReading } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { columnValue } from '../database/column-value';
import { insertRows } from '../database/insert-rows';
import { readRows } from '../database/read-rows';
import { tableNames } from '../database/table-names';
import { recordPublicChange } from '../events/posts-changed';
import { derivePost, type DerivedAttributes } from '../hook/derive-post';
import { withLinksKey } from '../hook/footer-links';
import { postColumns } from '../hook/post-columns';
import { publishError, urlTakenError } from '../hook/rejections';
import type { UrlHolder } from '../hook/url-holder';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { loadCategoryNodes, type TermsService } from '../terms';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';
import { insertCovers } from './images';
import { hasErrors, type ReadyPost, type StoredOutcome } from './import-post';

/** The settings changed while files were read with the former ones. */
export class SettingsChanged extends Error {}

/** A post that is about to be written. */
interface Prepared {
  post: ReadyPost;
  documentId: string;
  /** Row ids in the order of the relation. */
  terms: Record<TermKind, number[]>;
  categories: CategoryNode[];
  reading: PostReading;
  derived: DerivedAttributes;
  outcome: StoredOutcome;
  publish: boolean;
}

/**
 * Whether a post can be written with others: the hook has nothing to change in its text when it is published.
 */
export function isBatchable({ file, publish }: ReadyPost): boolean {
  const { keys, fields } = file.reading;
  return !publish || (!keys.includes('published') && fields.date !== null);
}

/**
 * Writes new posts straight into the tables, all of them or none: the same rows as one call of the Document Service for
 * each makes, computed by the same functions as in the hook, without lifecycle hooks.
 * @param settings what the files were read with.
 * @throws SettingsChanged where they are others by now.
 */
export async function storeBatch(
  strapi: Core.Strapi,
  posts: readonly ReadyPost[],
  settings: Settings,
): Promise<StoredOutcome[]> {
  return strapi.db.transaction(async () => {
    if ((await pressService<SettingsService>(strapi, 'settings').get()) !== settings)
      throw new SettingsChanged();
    const prepared = await prepare(strapi, posts, settings);
    await refuseTakenUrls(strapi, prepared);
    const published = prepared.filter(({ publish }) => publish);
    await insertPosts(strapi, [
      ...prepared.map((post) => rowOf(post, null)),
      ...published.map((post) => rowOf(post, new Date())),
    ]);
    await writeRelations(strapi, prepared);
    const change = {
      urls: published.map(({ derived }) => derived.url),
      categories: published.flatMap(({ categories }) =>
        categories.flatMap(({ documentId }) => documentId ?? []),
      ),
    };
    await recordPublicChange(strapi, change, 'import');
    return prepared.map(({ outcome }) => outcome);
  });
}

async function prepare(
  strapi: Core.Strapi,
  posts: readonly ReadyPost[],
  settings: Settings,
): Promise<Prepared[]> {
  const categoryIds = await ensureTerms(strapi, 'category', posts);
  const tagIds = await ensureTerms(strapi, 'tag', posts);
  const nodes = await loadCategoryNodes(
    strapi,
    [...categoryIds.values()].flatMap((ids) => [...ids.values()]),
  );
  const newDocumentId = documentIds(strapi);
  return posts.map((post) => {
    const { file, locale, body, envelope } = post;
    const reading = hasEmptyShareLink(body)
      ? readPost({ yaml: yamlOf(post), filePath: file.path, body }, settings)
      : file.reading;
    const pick = (ids: Map<string, number> | undefined, terms: string[]) =>
      terms.flatMap((term) => ids?.get(term) ?? []);
    const terms = {
      category: pick(categoryIds.get(locale), reading.fields.categories),
      tag: pick(tagIds.get(locale), reading.fields.tags),
    };
    const categories = terms.category.flatMap((id) => nodes.get(id) ?? []);
    const derived = derivePost(
      {
        reading,
        filePath: file.path,
        capturedShareUrl: envelope.footer?.shareUrl || null,
        categories,
        locale,
        published: post.publish,
      },
      settings,
    );
    const problems = derived.diagnostics.filter(({ severity }) => severity === 'error');
    const refused = post.publish && problems.length > 0;
    const outcome: StoredOutcome = refused
      ? { outcome: 'invalid', reason: publishError(problems).message }
      : { outcome: !post.publish && hasErrors(file) ? 'invalid' : 'created' };
    const documentId = newDocumentId();
    return {
      post,
      documentId,
      terms,
      categories,
      reading,
      derived,
      outcome,
      publish: post.publish && !refused,
    };
  });
}

/** Row ids of the terms of many posts, by locale and term; missing ones are created in the order of the posts. */
async function ensureTerms(
  strapi: Core.Strapi,
  kind: TermKind,
  posts: readonly ReadyPost[],
): Promise<Map<string, Map<string, number>>> {
  const service = pressService<TermsService>(strapi, 'terms');
  const wanted = new Map<string, string[]>();
  for (const { file, locale } of posts) {
    const { fields } = file.reading;
    wanted.set(locale, [
      ...(wanted.get(locale) ?? []),
      ...(kind === 'category' ? fields.categories : fields.tags),
    ]);
  }
  const found = new Map<string, Map<string, number>>();
  for (const [locale, terms] of wanted)
    found.set(locale, await service.ensure(kind, [...new Set(terms)], locale));
  return found;
}

/** A post whose URL another published one has, before or in this batch, stays a draft. */
async function refuseTakenUrls(strapi: Core.Strapi, prepared: Prepared[]): Promise<void> {
  const keys = prepared.flatMap(({ publish, derived }) =>
    publish && derived.urlKey ? [derived.urlKey] : [],
  );
  const rows: unknown = await strapi.db
    .query(POST_UID)
    .findMany({ where: { urlKey: { $in: keys } }, select: ['urlKey', 'documentId', 'title'] });
  const holders = new Map(
    (rows as (UrlHolder & { urlKey: string })[]).map((row) => [row.urlKey, row as UrlHolder]),
  );
  for (const one of prepared) {
    const { urlKey, url } = one.derived;
    if (!one.publish || urlKey === null || url === null) continue;
    const holder = holders.get(urlKey);
    if (holder) {
      one.publish = false;
      one.outcome = { outcome: 'invalid', reason: urlTakenError(url, holder).message };
    } else {
      holders.set(urlKey, { documentId: one.documentId, title: one.reading.fields.title });
    }
  }
}

function rowOf(
  { post, documentId, reading, derived }: Prepared,
  publishedAt: Date | null,
): Record<string, unknown> {
  const { file, fileHash, locale, body, envelope } = post;
  const text = yamlOf(post);
  return {
    ...postColumns({
      reading,
      derived: publishedAt ? derived : { ...derived, urlKey: null },
      text,
      base: text,
      filePath: file.path,
      fileHash,
      envelope: withLinksKey(envelope, derived),
    }),
    body,
    documentId,
    locale,
    publishedAt,
  };
}

async function insertPosts(strapi: Core.Strapi, rows: Record<string, unknown>[]): Promise<void> {
  const { table, column } = tableNames(strapi, POST_UID);
  const { attributes } = strapi.db.metadata.get(POST_UID);
  const now = new Date();
  const names = [...Object.keys(rows[0]), 'createdAt', 'updatedAt'];
  const types = names.map((name) => attributes[name].type);
  await insertRows(strapi, {
    table,
    columns: names.map(column),
    rows: rows.map((row) =>
      names.map((name, index) => columnValue(types[index], name in row ? row[name] : now)),
    ),
  });
}

async function writeRelations(strapi: Core.Strapi, prepared: Prepared[]): Promise<void> {
  const { table, column, link } = tableNames(strapi, POST_UID);
  const documents = new Map(prepared.map((one) => [one.documentId, one]));
  const rows = await readRows<{ id: number; documentId: string }>(strapi, {
    name: 'ids of documents',
    table,
    build: (query) =>
      query
        .select('id', `${column('documentId')} as documentId`)
        .whereIn(column('documentId'), [...documents.keys()])
        .orderBy('id'),
    values: [...documents.keys()],
  });
  for (const kind of ['category', 'tag'] as const) {
    const { table: links, own, other, order } = link(TERM_TYPES[kind].relation);
    await insertRows(strapi, {
      table: links,
      columns: [own, other, order],
      rows: rows.flatMap(({ id, documentId }) =>
        (documents.get(documentId)?.terms[kind] ?? []).map((term, index) => [id, term, index + 1]),
      ),
    });
  }
  const covers = rows.flatMap(({ id, documentId }) => {
    const cover = documents.get(documentId)?.post.cover;
    return cover ? [{ id, cover }] : [];
  });
  await insertCovers(strapi, covers);
}

function yamlOf({ file }: ReadyPost): string | null {
  return file.frame.hasHeader ? file.frame.yaml : null;
}

/** Strapi's own way of making document ids. */
function documentIds(strapi: Core.Strapi): () => string {
  const { documentId } = strapi.db.metadata.get(POST_UID).attributes as unknown as {
    documentId: { default: () => string };
  };
  return () => documentId.default();
}
