/** Header and body as they stood in the file, of a post whose file was imported. */
export interface ImportedText {
  frontMatter: string | null;
  body: string;
}

/** What a post's file would be written with. */
interface Written {
  baseFrontMatter: string | null;
  body: string | null;
}

/** A post before a write. */
export interface WrittenBefore extends Written {
  /** Null where it came from no file. */
  fileHash: string | null;
  importedText: ImportedText | null;
}

/**
 * What is kept of the imported text beside a post: null as long as header and body are those of the file, and what they were
 * before the first write that changes one of them, so that an export can show what differs.
 */
export function importedTextOf(
  before: WrittenBefore,
  { baseFrontMatter, body }: Written,
): ImportedText | null {
  if (before.fileHash === null) return null;
  const imported = before.importedText ?? {
    frontMatter: before.baseFrontMatter,
    body: before.body ?? '',
  };
  return imported.frontMatter === baseFrontMatter && imported.body === (body ?? '') ? null : imported;
}
