import { errors } from '@strapi/utils';
import type { Diagnostic } from '../../../core/diagnostics/diagnostic';
import type { Refusal } from '../../../core/jekyll/reconcile';
import { message, problemMessage, saying, type Message } from '../../../core/messages';
import { errorSaying } from '../messages/error-saying';

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
    refusals.map(({ path, said, fix }) => ({
      path: [path],
      message: said.message,
      ...(fix ? { fix } : {}),
    })),
  );
}

/** The 400 for publishing a post that has error diagnostics. */
export function publishError(diagnostics: Diagnostic[]): errors.ValidationError {
  return validationError(
    diagnostics.map((diagnostic) => {
      const { ruleId, path, range, fix } = diagnostic;
      return {
        path: [formFieldOf(ruleId, path)],
        message: problemMessage(diagnostic),
        ruleId,
        range,
        ...(fix ? { fix } : {}),
      };
    }),
  );
}

/** What the YAML text as such says wrong is shown at the text, whichever key it stands at. */
function formFieldOf(ruleId: string, path: string[] | undefined): string {
  const field = FIELD_OF_KEY[path?.[0] ?? ''];
  return field && !ruleId.startsWith('yaml/') ? field : 'frontMatter';
}

/** A published post that has a URL. */
interface UrlOwner {
  title: string | null;
  documentId: string;
}

/** The 400 for a URL that another published post has. */
export function urlTakenError(url: string, holder: UrlOwner | null): errors.ValidationError {
  return validationError([{ path: ['slug'], ruleId: 'url/taken', message: urlTakenMessage(url, holder) }]);
}

/** Why a post cannot have a URL. */
export function urlTakenMessage(url: string, holder: UrlOwner | null): Message {
  const owner = holder ? namedPost(holder) : message('post/another');
  return message('post/url-taken', { url, owner });
}

/** A post as messages name it. */
export function namedPost({ title, documentId }: UrlOwner): Message {
  return message('post/named', { title: title ?? '', document: documentId });
}

/** A refused value: the path of its attribute, and why; whatever else stands beside them is handed on. */
type RefusedValue = { path: string[]; message: Message } & Record<string, unknown>;

/** A Strapi ValidationError whose `details.errors[]` the admin shows at the form's fields. */
export function validationError(problems: RefusedValue[]): errors.ValidationError {
  const messages = problems.map((problem) => problem.message);
  const [first, ...others] = messages;
  const said =
    others.length === 0 ? first : message('post/problems', { count: messages.length, problems: messages });
  return errorSaying(errors.ValidationError, said, {
    errors: problems.map(({ message: problem, ...rest }) => ({
      ...rest,
      ...saying('message', problem),
      name: 'ValidationError',
    })),
  });
}
