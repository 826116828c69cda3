import { createFix } from '../diagnostics/create-fix';
import type { FixKind } from '../diagnostics/fix-kind';
import type { Fix } from '../diagnostics/diagnostic';
import { newValueText } from '../front-matter';
import {
  ownValue,
  quoteFix,
  reportKey,
  rewritableEntry,
  writtenValue,
  type Check,
  type CheckedPost,
} from './checked-post';
import { splitWords } from './ruby-values';

/** The rules for `categories`. */
export const checkCategories: Check = (post) => {
  const categories = ownValue(post, 'categories');
  if (categories === undefined || categories === null || Array.isArray(categories)) return [];
  if (typeof categories !== 'string') {
    const params = { found: writtenValue(post, 'categories') };
    return reportKey(post, 'categories', {
      ruleId: 'categories/not-a-name',
      params,
      fix: quoteFix(post, 'categories'),
    });
  }
  if (categories.includes(',')) return reportComma(post, 'categories', categories);
  const words = splitWords(categories);
  if (words.length < 2) return [];
  return reportKey(post, 'categories', {
    ruleId: 'categories/split-on-space',
    params: { found: categories, parts: words.map((word) => `"${word}"`).join(', ') },
    // In quotes, so that it is seen to be one.
    fix: listFix(
      post,
      'categories',
      'one-term',
      /["\\\p{Cc}]/u.test(categories) ? null : `["${categories}"]`,
    ),
  });
};

/** The rule for `category`, which is never split. */
export const checkCategory: Check = (post) => {
  const category = ownValue(post, 'category');
  return typeof category === 'string' && category.includes(',')
    ? reportComma(post, 'category', category)
    : [];
};

function reportComma(post: CheckedPost, key: string, found: string) {
  const terms = found
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '');
  const fix = listFix(post, key, 'split-at-commas', terms.length > 1 ? newValueText(terms) : null);
  return reportKey(post, key, { ruleId: 'categories/comma', params: { found }, fix });
}

/** An offer, since it makes other categories of a text that reads. */
function listFix(post: CheckedPost, key: string, kind: FixKind, newText: string | null): Fix | undefined {
  if (newText === null || !rewritableEntry(post, key)) return undefined;
  return createFix({ kind, safe: false, edits: [{ range: post.rangeOf(key), newText }] });
}
