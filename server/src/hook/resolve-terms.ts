import type { Core } from '@strapi/strapi';
import { isEqual } from 'lodash';
import type { CategoryNode, PostFields } from '../../../core/post';
import { onceInWrite } from '../events/write-context';
import { pressService } from '../press-service';
import type { TermsService } from '../terms';
import { completeNodes, loadCategoryNodes, type CategoryRow } from '../terms/category-nodes';
import { loadTermsOfWrite, type TermsOfWrite } from '../terms/terms-of-write';
import { finalRelationIds } from './relation-ids';
import type { StoredPost } from './stored-post';

/** The categories and tags of one write. */
export interface PostTerms {
  categoryIds: number[];
  /** In the order of the relation, with their ancestors. */
  categories: CategoryNode[];
  tagIds: number[];
  tagTerms: string[];
  /** The category terms that the write's relation says; undefined where it leaves the relation alone. */
  editedCategories?: string[];
  editedTags?: string[];
}

/** Goes between the rows that a relation names and the terms that front matter names, in one locale. */
export function resolveTerms(strapi: Core.Strapi, locale: string | null) {
  return {
    /** The terms that stand after the write's own relation changes. */
    async fromRelations(data: Record<string, unknown>, stored: StoredPost | null): Promise<PostTerms> {
      const storedCategories = stored?.categories.map(({ id }) => id) ?? [];
      const editedCategories = finalRelationIds(storedCategories, data.categories);
      const storedTags = stored?.tags ?? [];
      const editedTags = finalRelationIds(
        storedTags.map(({ id }) => id),
        data.tags,
      );
      const isUnedited = stored !== null && isEqual(editedCategories ?? storedCategories, storedCategories);
      const known = await termsOf(isUnedited ? [] : (editedCategories ?? storedCategories), editedTags ?? []);
      const nodes = isUnedited ? await nodesOf(strapi, stored) : known.categories;
      const categories = pick(nodes, editedCategories ?? storedCategories);
      const tags = editedTags ? pick(known.tags, editedTags) : storedTags;
      const tagTerms = tags.map(({ term }) => term ?? '');
      return {
        categoryIds: categories.map(({ id }) => Number(id)),
        categories,
        tagIds: tags.map(({ id }) => id),
        tagTerms,
        ...(editedCategories ? { editedCategories: namesOf(categories) } : {}),
        ...(editedTags ? { editedTags: tagTerms } : {}),
      };
    },

    /** The rows of the terms that the final front matter names; missing ones are created. */
    async fromNames(fields: PostFields, known: PostTerms): Promise<PostTerms> {
      const terms = pressService<TermsService>(strapi, 'terms');
      const result = { ...known };
      if (!sameList(fields.categories, namesOf(known.categories))) {
        const ids = await terms.ensure('category', fields.categories, locale);
        const categoryIds = pick(ids, fields.categories);
        result.categories = pick((await termsOf(categoryIds, [])).categories, categoryIds);
        result.categoryIds = result.categories.map(({ id }) => Number(id));
      }
      if (!sameList(fields.tags, known.tagTerms)) {
        result.tagIds = pick(await terms.ensure('tag', fields.tags, locale), fields.tags);
        result.tagTerms = fields.tags;
      }
      return result;
    },
  };

  function termsOf(categories: number[], tags: number[]): Promise<TermsOfWrite> {
    const key = `terms ${categories.join()} ${tags.join()}`;
    return onceInWrite(key, () => loadTermsOfWrite(strapi, categories, tags));
  }
}

/** The categories of a stored post with their ancestors; most are read with the post. */
function nodesOf(strapi: Core.Strapi, { categories }: StoredPost): Promise<Map<number, CategoryNode>> {
  const rows = categories.filter((category): category is CategoryRow => 'parent' in category);
  return rows.length === categories.length
    ? completeNodes(strapi, rows)
    : loadCategoryNodes(
        strapi,
        categories.map(({ id }) => id),
      );
}

function namesOf(categories: CategoryNode[]): string[] {
  return categories.map(({ term }) => term);
}

function pick<Key, Item>(items: Map<Key, Item>, keys: Key[]): Item[] {
  return keys.flatMap((key) => {
    const item = items.get(key);
    return item === undefined ? [] : [item];
  });
}

function sameList(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
