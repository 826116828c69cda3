import { errors } from '@strapi/utils';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic';
import type { Refusal } from '../../../core/jekyll/reconcile';

/** Attributes of a post in whose form field a problem can be shown; all others are shown at the front matter. */
const FIELD_OF_KEY: Record<string, string> = {
  title: 'title',
  slug: 'slug',
  date: 'date',
  permalink: 'permalink',
  categories: 'categories',
  category: 'categories',
  tags: 'tags',
  tag: 'tags',
};

/** The 400 for edits that text and fields cannot both hold. */
export function refusalError(refusals: Refusal[]): errors.ValidationError {
  return validationError(
    refusals.map(({ path, message, fix }) => ({ path: [path], message, ...(fix ? { fix } : {}) })),
  );
}

/** The 400 for publishing a post that has error diagnostics. */
export function publishError(diagnostics: Diagnostic[]): errors.ValidationError {
  return validationError(
    diagnostics.map(({ ruleId, message, path, range, fix }) => ({
      path: [formFieldOf(ruleId, path)],
      message,
      ruleId,
      range,
      ...(fix ? { fix } : {}),
    })),
  );
}

/** What the YAML text as such says wrong is shown at the text, whichever key it stands at. */
function formFieldOf(ruleId: string, path: string[] | undefined): string {
  const field = FIELD_OF_KEY[path?.[0] ?? ''];
  return field && !ruleId.startsWith('yaml/') ? field : 'frontMatter';
}

/** The 400 for a URL that another published post has. */
export function urlTakenError(
  url: string,
  holder: { title: string | null; documentId: string } | null,
): errors.ValidationError {
  const owner = holder
    ? `the post "${holder.title ?? ''}" (document ${holder.documentId})`
    : 'another published post';
  return validationError([
    {
      path: ['slug'],
      ruleId: 'url/taken',
      message: `The URL ${url} is taken by ${owner}. Change the slug, the date or the permalink, or unpublish the other post.`,
    },
  ]);
}

/** A Strapi ValidationError whose `details.errors[]` the admin shows at the form's fields. */
export function validationError(
  problems: ({ path: string[]; message: string } & Record<string, unknown>)[],
): errors.ValidationError {
  const message =
    problems.length === 1
      ? problems[0].message
      : `${problems.length} problems: ${problems.map((problem) => problem.message).join(' ')}`;
  return new errors.ValidationError(message, {
    errors: problems.map((problem) => ({ ...problem, name: 'ValidationError' })),
  });
}
