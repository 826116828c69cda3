import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Envelope } from '../../../core/front-matter';
import type { PostFile } from '../../../core/jekyll';
import { message, saying, type Saying } from '../../../core/messages';
import { claimPaths } from '../database/claim-paths';
import { asImport } from '../hook';
import { messageOf } from '../messages/message-of';
import { findKnownFiles, type KnownFile } from './known-files';
import { hasLocale, postDocuments } from './post-documents';
import type { Outcome } from './report';

/** A file that is ready to be stored. */
export interface ReadyPost {
  file: Extract<PostFile, { status: 'post' }>;
  fileHash: string;
  locale: string;
  envelope: Envelope;
  body: string;
  /** Whether Jekyll would show it and no error stands. */
  publish: boolean;
  /** The post that the file came to before, if any. */
  known: KnownFile | undefined;
  /** Of the document that it becomes where there is none yet; absent where none was made beforehand. */
  newDocumentId?: string;
  /** Asset of the media library that becomes its cover; null takes the cover away, and absent leaves it. */
  cover?: number | null;
}

export interface StoredOutcome extends Partial<Saying<'reason'>> {
  outcome: Outcome;
}

/** Of a file whose post was edited too. */
export const CONFLICT: StoredOutcome = {
  outcome: 'conflict',
  ...saying('reason', message('file/conflict')),
};

/** Somebody else stored the post of a file while it was about to be stored. */
class Overtaken extends Error {}

/**
 * Stores a post that is new or changed: as a draft, and published where it can be.
 * @returns null where somebody else stored the file in the meantime.
 */
export async function storePost(strapi: Core.Strapi, ready: ReadyPost): Promise<StoredOutcome | null> {
  const { file, fileHash, locale, envelope, body, cover, known } = ready;
  const data = {
    frontMatter: file.frame.hasHeader ? file.frame.yaml : null,
    body,
    ...(cover === undefined ? {} : { cover }),
  };
  const posts = postDocuments(strapi);
  return asImport({ filePath: file.path, fileHash, envelope }, store).catch(unlessOvertaken);

  function store(): Promise<StoredOutcome> {
    return known ? update(known) : create();
  }

  async function update({ documentId, locale: before }: KnownFile): Promise<StoredOutcome> {
    const target = { documentId, locale };
    const change = async (): Promise<void> => {
      await posts.update({ ...target, data });
      // The file names another language now: it is still one document, in that locale alone.
      if (locale !== before) await posts.delete({ documentId, locale: before });
    };
    if (locale !== before && (await hasLocale(strapi, target))) {
      // Unless another writer of the file has moved it just now.
      if (await isOvertaken()) throw new Overtaken();
      const why = message('file/translation-exists', { locale });
      return { outcome: 'conflict', ...saying('reason', why) };
    }
    if (hasErrors(file)) {
      await claimed(change);
      return { outcome: 'invalid' };
    }
    if (!ready.publish) {
      await claimed(change, () => posts.unpublish(target));
      return { outcome: 'updated' };
    }
    const result = await publishing('updated', () => claimed(change, () => posts.publish(target)));
    if (result.outcome === 'invalid') await claimed(change);
    return result;
  }

  async function create(): Promise<StoredOutcome> {
    const draft = (): Promise<unknown> => posts.create({ locale, data });
    if (!ready.publish) {
      await claimed(draft);
      return { outcome: hasErrors(file) ? 'invalid' : 'created' };
    }
    const result = await publishing('created', () =>
      claimed(() => posts.create({ locale, data, status: 'published' })),
    );
    if (result.outcome === 'invalid') await claimed(draft);
    return result;
  }

  /** Each attempt in a transaction of its own, all of it or nothing: one that the database refused cannot go on. */
  async function claimed(...steps: (() => Promise<unknown>)[]): Promise<void> {
    await strapi.db.transaction(async () => {
      await claimPaths(strapi, [file.path]);
      if (await isOvertaken()) throw new Overtaken();
      for (const step of steps) await step();
    });
  }

  async function isOvertaken(): Promise<boolean> {
    if (known?.fileHash === null) return false;
    const present = (await findKnownFiles(strapi, [file.path])).get(file.path);
    return present?.fileHash !== known?.fileHash;
  }
}

function unlessOvertaken(error: unknown): null {
  if (error instanceof Overtaken) return null;
  throw error;
}

/** A post that cannot be published, such as one whose URL is taken, stays a draft, and the reason is told. */
async function publishing(outcome: Outcome, publish: () => Promise<unknown>): Promise<StoredOutcome> {
  try {
    await publish();
    return { outcome };
  } catch (error) {
    if (error instanceof errors.ValidationError)
      return { outcome: 'invalid', ...saying('reason', messageOf(error)) };
    throw error;
  }
}

/** Whether a file has an error of its own. */
export function hasErrors({ diagnostics }: ReadyPost['file']): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
