import { withoutCode } from './without-code';

/** Whether a body can hold an image at all: what most posts are told by, without a further look. */
const MAY_HAVE_IMAGE = /!\[|<img\b|<source\b/i;

/** `![text](`, `![text][id]` and `![text]`; the text may have one pair of brackets inside. */
const MARKDOWN_IMAGE =
  /!\[((?:[^[\]\\]|\\[^]|\[[^[\]]{0,500}\]){0,2000})\](?:\((?=([^\n]{0,4000}))|\[([^[\]]*)\])?/g;
const DEFINITION = /^ {0,3}\[([^\]\n]+)\]:[ \t]*(?:<([^>\n]*)>|(\S[^\n]*))/gm;
/** An attribute may have `>` in quotes, but no `<`, so that one that is not closed ends at the next tag. */
const IMAGE_TAG = /<(?:img|source)\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gi;
const ATTRIBUTE = /(?<![\w-])(src|srcset)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/**
 * The targets of a body's images as they are written, each once, in their order: Markdown images with a target or a
 * reference, and `src` and `srcset` of HTML. Those in code are none.
 * @param markdown whether Markdown is read in it; HTML is in both cases.
 */
export function imageTargets(body: string, markdown: boolean): string[] {
  if (!MAY_HAVE_IMAGE.test(body)) return [];
  const text = markdown ? withoutCode(body) : body;
  const found = markdown ? markdownTargets(text) : [];
  return [...new Set([...found, ...tagTargets(text)])].filter((target) => target !== '');
}

function markdownTargets(text: string): string[] {
  if (!text.includes('![')) return [];
  let definitions: Map<string, string> | undefined;
  return [...text.matchAll(MARKDOWN_IMAGE)].flatMap(([, label, inline, id]) => {
    if (inline !== undefined) return inlineTarget(inline);
    definitions ??= definitionsOf(text);
    return definitions.get(nameOf(id || label)) ?? [];
  });
}

/** What stands in the parentheses, up to a title or the closing one; as kramdown, which takes spaces in it. */
function inlineTarget(rest: string): string {
  const bracketed = /^\s*<([^>\n]*)>/.exec(rest);
  if (bracketed) return bracketed[1];
  let depth = 0;
  for (let index = 0; index < rest.length; index += 1) {
    if (rest[index] === '(') depth += 1;
    if (rest[index] !== ')') continue;
    if (depth === 0) return withoutTitle(rest.slice(0, index));
    depth -= 1;
  }
  return '';
}

function definitionsOf(text: string): Map<string, string> {
  const definitions = new Map<string, string>();
  for (const [, id, bracketed, plain] of text.matchAll(DEFINITION)) {
    if (!definitions.has(nameOf(id))) definitions.set(nameOf(id), bracketed ?? withoutTitle(plain));
  }
  return definitions;
}

function withoutTitle(target: string): string {
  return target.replace(/\s+(?:"[^"]*"|'[^']*')\s*$/, '').trim();
}

/** Names of references are equal whatever their case and spaces. */
function nameOf(id: string): string {
  return id.trim().replace(/\s+/g, ' ').toLowerCase();
}

function tagTargets(text: string): string[] {
  return [...text.matchAll(IMAGE_TAG)].flatMap(([tag]) =>
    [...tag.matchAll(ATTRIBUTE)].flatMap(([, name, double, single, bare]) => {
      const value = (double ?? single ?? bare).replaceAll('&amp;', '&').trim();
      return name.toLowerCase() === 'src' ? value : candidatesOf(value);
    }),
  );
}

/** The URLs of a `srcset`, without their widths and densities. */
function candidatesOf(value: string): string[] {
  return value.split(/,\s+/).map((candidate) => candidate.trim().split(/\s+/)[0].replace(/,$/, ''));
}
