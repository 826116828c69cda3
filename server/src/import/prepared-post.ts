import { hasBodyProblem, readPost } from '../../../core/jekyll';
import { saying } from '../../../core/messages';
import type { CategoryNode, PostReading } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { derivePost, type DerivedAttributes } from '../hook/derive-post';
import { withLinksKey } from '../hook/footer-links';
import { postColumns } from '../hook/post-columns';
import { publishError } from '../hook/rejections';
import { messageOf } from '../messages/message-of';
import type { TermKind } from '../terms/term-kind';
import { hasErrors, type ReadyPost, type StoredOutcome } from './import-post';
import type { StoredVersions } from './stored-versions';

/** What becomes of the published version: a new one, none any more, or the one that is (or is not) there. */
export type PublishedVersion = 'new' | 'none' | 'kept';

/** A post that is about to be written. */
export interface PreparedPost {
  post: ReadyPost;
  documentId: string;
  /** The rows of a post that came in before; null for a new one. */
  stored: StoredVersions | null;
  /** Row ids in the order of the relation. */
  terms: Record<TermKind, number[]>;
  categories: CategoryNode[];
  reading: PostReading;
  derived: DerivedAttributes;
  outcome: StoredOutcome;
  published: PublishedVersion;
}

/** What a post is prepared from besides its file. */
export type PostGround = Pick<PreparedPost, 'documentId' | 'stored' | 'terms' | 'categories'>;

/** Computes what the hook would of a post's rows, and whether it can be published. */
export function preparePost(post: ReadyPost, ground: PostGround, settings: Settings): PreparedPost {
  const { file, locale, body, envelope, publish } = post;
  const { categories, stored } = ground;
  const reading = hasBodyProblem(body, settings.site)
    ? readPost({ yaml: yamlOf(post), filePath: file.path, body }, settings)
    : file.reading;
  const derived = derivePost(
    {
      reading,
      filePath: file.path,
      fileUrl: file.url,
      capturedShareUrl: envelope.footer?.shareUrl || null,
      categories,
      locale,
      published: publish,
    },
    settings,
  );
  const common = { ...ground, post, reading, derived };
  const problems = derived.diagnostics.filter(({ severity }) => severity === 'error');
  if (publish && problems.length > 0) {
    const why = saying('reason', messageOf(publishError(problems)));
    return { ...common, published: 'kept', outcome: { outcome: 'invalid', ...why } };
  }
  if (!publish && hasErrors(file)) return { ...common, published: 'kept', outcome: { outcome: 'invalid' } };
  const outcome = { outcome: stored ? ('updated' as const) : ('created' as const) };
  return { ...common, published: publish ? 'new' : 'none', outcome };
}

/** The attributes that a file gives a row. */
export function attributesOf(
  { post, reading, derived }: PreparedPost,
  version: 'draft' | 'published',
): Record<string, unknown> {
  const { file, fileHash, body, envelope } = post;
  const text = yamlOf(post);
  return {
    ...postColumns({
      reading,
      derived: version === 'published' ? derived : { ...derived, urlKey: null },
      text,
      base: text,
      filePath: file.path,
      fileHash,
      envelope: withLinksKey(envelope, derived),
      importedText: null,
    }),
    body,
  };
}

function yamlOf({ file }: ReadyPost): string | null {
  return file.frame.hasHeader ? file.frame.yaml : null;
}
