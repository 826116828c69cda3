import { decodeText } from './html-text';

/** A heading of a text. */
export interface Heading {
  /** 1 to 6. */
  level: number;
  /** What stands behind `#` in an address that leads to it. */
  id: string;
  text: string;
}

const HEADING = /<h([1-6])((?: [^>]*)?)>([^]*?)<\/h\1>/g;
const ID = / id="([^"]*)"/;
const NO_WORD = /[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu;

/**
 * Gives each heading of sanitized HTML an id, as kramdown does, which Jekyll uses (kramdown-parser-gfm 1.1,
 * `generate_gfm_header_id`), so that links to headings of a moved site stay right. Those that have one keep it.
 */
export function withHeadingIds(html: string): { html: string; headings: Heading[] } {
  if (!/<h[1-6][ >]/.test(html)) return { html, headings: [] };
  const headings: Heading[] = [];
  const used = new Map<string, number>();
  const written = html.replace(HEADING, (whole, level: string, attributes: string, content: string) => {
    const text = decodeText(content);
    const own = ID.exec(attributes)?.[1];
    const id = own === undefined ? nextId(text, used) : decodeText(own);
    headings.push({ level: Number(level), id, text });
    if (own !== undefined) return whole;
    // An id has letters, digits, `_` and `-` only, nothing to escape.
    return `<h${level}${attributes} id="${id}">${content}</h${level}>`;
  });
  return { html: written, headings };
}

function nextId(text: string, used: Map<string, number>): string {
  const id = text.toLowerCase().replace(NO_WORD, '').replace(/[ \t]/g, '-') || 'section';
  const count = used.get(id) ?? 0;
  used.set(id, count + 1);
  return count === 0 ? id : `${id}-${count}`;
}
