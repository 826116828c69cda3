import { splitFrame } from './frame';

/** All bytes of a file that no field of its post holds (DESIGN: section 3, `envelope`). */
export interface Envelope {
  /** Whether the file begins with a UTF-8 byte order mark. */
  bom: boolean;
  hasHeader: boolean;
  /** The first fence line with blanks and line end (`---\n`); '' without header. */
  open: string;
  /** The closing fence line and the blank lines after it; '' without header. */
  close: string;
  /** The block of links that stood under the body, as found. */
  footer: EnvelopeFooter | null;
}

export interface EnvelopeFooter {
  /** Which form it has: 0 is `footer.write`, 1 the first of `footer.read`. */
  form: number;
  text: string;
  /** The share URL that it has, where that is not the generated one. */
  shareUrl: string | null;
  /** Key of the links that the post had when it was imported: while they are the same, the footer is kept at export. */
  linksKey?: string;
}

/** What a file is made of. */
export interface FileParts {
  /** Null for a post that came from no file; it gets plain fences. */
  envelope: Envelope | null;
  /** The text between the fences; null for no header. */
  frontMatter: string | null;
  body: string;
}

const NEW_FILE = { bom: false, open: '---\n', close: '---\n', footer: null };

/**
 * The text of a post's file, byte order mark included: imported and not edited, it is what was imported
 * (DESIGN: invariant 5).
 */
export function renderFile({ envelope, frontMatter, body }: FileParts): string {
  const { bom, open, close, footer } = envelope?.hasHeader
    ? envelope
    : { ...envelope, ...fencesOf(envelope) };
  const header =
    frontMatter === null
      ? headerOf(body)
      : `${openedLine(open, frontMatter)}${closedLine(frontMatter, open)}${close}`;
  return `${bom ? '\uFEFF' : ''}${header}${body}${footer?.text ?? ''}`;
}

/** A body that would be taken for front matter gets an empty one before it. */
function headerOf(body: string): string {
  return splitFrame(body).hasHeader ? '---\n---\n' : '';
}

function fencesOf(envelope: Envelope | null) {
  return { ...NEW_FILE, bom: envelope?.bom ?? false, footer: envelope?.footer ?? null };
}

/** A fence line that had a form feed before its end gets a plain one where that was taken out. */
function openedLine(open: string, yaml: string): string {
  return open.endsWith('\n') || /^\s*\n/.test(yaml) ? open : `${open}\n`;
}

/** A header that was edited may have lost its last line end; it gets that of the fence before it. */
function closedLine(yaml: string, open: string): string {
  if (yaml === '' || /[\r\n]$/.test(yaml)) return yaml;
  return `${yaml}${open.endsWith('\r\n') ? '\r\n' : '\n'}`;
}
