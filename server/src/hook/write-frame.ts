import type { Envelope } from '../../../core/front-matter';
import type { PostContext } from '../../../core/jekyll';
import type { PostFields } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { currentWrite } from '../events/write-context';
import { importedFile } from './import-context';
import type { WrittenBefore } from './imported-text';
import type { PostTerms } from './resolve-terms';
import { toInstant, type StoredPost } from './stored-post';
import type { Data } from './write-data';

/** Everything that one write is computed from. */
export interface WriteFrame {
  data: Data;
  stored: StoredPost | null;
  settings: Settings;
  locale: string | null;
  documentId: string | null;
  published: boolean;
  filePath: string | null;
  fileHash: string | null;
  envelope: Envelope | null;
}

/** The copy that publish, republish and discardDraft insert carries the whole stored row and is consistent already. */
export function isCopy(data: Data): boolean {
  if (typeof data.documentId !== 'string' || currentWrite()?.action === 'clone') return false;
  return Boolean(data.publishedAt) || currentWrite()?.action === 'discardDraft';
}

/** What a row that is about to be inserted is computed from. */
export function newFrame(data: Data, settings: Settings): WriteFrame {
  const file = importedFile();
  const copied = isCopy(data);
  const cloned = currentWrite()?.action === 'clone';
  const envelope = (data.envelope as Envelope | null | undefined) ?? null;
  return {
    data,
    stored: null,
    settings,
    locale: (data.locale as string | null | undefined) ?? null,
    documentId: (data.documentId as string | undefined) ?? null,
    published: Boolean(data.publishedAt),
    filePath: copied ? ((data.filePath as string | null | undefined) ?? null) : (file?.filePath ?? null),
    fileHash: copied ? ((data.fileHash as string | null | undefined) ?? null) : (file?.fileHash ?? null),
    envelope: copied
      ? envelope
      : cloned
        ? envelope && { ...envelope, footer: null }
        : (file?.envelope ?? null),
  };
}

/** What a row that is about to be updated is computed from. */
export function storedFrame(data: Data, stored: StoredPost, settings: Settings): WriteFrame {
  const file = importedFile();
  return {
    data,
    stored,
    settings,
    locale: stored.locale,
    documentId: stored.documentId,
    published: Boolean(stored.publishedAt),
    filePath: file?.filePath ?? stored.filePath,
    fileHash: file?.fileHash ?? stored.fileHash,
    envelope: file?.envelope ?? stored.envelope,
  };
}

/** What the core reads and writes the front matter with. */
export function contextOf(frame: WriteFrame): PostContext {
  return { filePath: frame.filePath, settings: frame.settings, body: bodyOf(frame) };
}

/** The front matter text after the write; undefined where neither the write nor a row has one. */
export function textOf(data: Data, stored?: StoredPost | null): string | null | undefined {
  const text = data.frontMatter as string | null | undefined;
  return text === undefined ? stored?.frontMatter : text;
}

/** The fields that a write brings, other than through the text; what is absent is not edited. */
export function incomingFields(data: Data, terms: PostTerms): Partial<PostFields> {
  const fields: Partial<PostFields> = {};
  if (data.title !== undefined) fields.title = (data.title as string | null) ?? '';
  if (data.slug !== undefined) fields.slug = (data.slug as string | null) ?? '';
  if (data.date !== undefined) fields.date = toInstant(data.date);
  for (const name of ['layout', 'author', 'source', 'excerpt', 'image', 'permalink', 'shareUrl'] as const) {
    if (data[name] !== undefined) fields[name] = (data[name] as string | null) || null;
  }
  if (terms.editedCategories) fields.categories = terms.editedCategories;
  if (terms.editedTags) fields.tags = terms.editedTags;
  return fields;
}

/** The post before the write: the stored row, or for a copy the row that it is made of. */
export function writtenBefore({ data, stored, fileHash }: WriteFrame): WrittenBefore {
  if (stored) return stored;
  const { baseFrontMatter, body, importedText } = data as Partial<WrittenBefore>;
  return {
    fileHash,
    baseFrontMatter: baseFrontMatter ?? null,
    body: body ?? null,
    importedText: importedText ?? null,
  };
}

/** The body after the write. */
export function bodyOf({ data, stored }: WriteFrame): string {
  return ((data.body === undefined ? stored?.body : data.body) as string | null | undefined) ?? '';
}
