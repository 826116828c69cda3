const LIQUID_TAG = /\{%-?\s*(\w+)\s*[^]*?-?%\}/g;
const LINK_DEFINITION = /(?<=^|\n) {0,3}(\[[^\]]+\])(:[^\n]+)(?=\n|$)/g;

/** Liquid's and Jekyll's tags that have an end tag. */
const LIQUID_BLOCKS = [
  'capture',
  'case',
  'comment',
  'for',
  'highlight',
  'if',
  'ifchanged',
  'raw',
  'tablerow',
  'unless',
];
const END_TAGS = new Map(
  LIQUID_BLOCKS.map((name) => [name, new RegExp(`\\{%-?\\s*end${name}[^]*?\\s*-?%\\}`)]),
);

/** An excerpt, and whether a Liquid block that the separator cut in two got its end tag. */
export interface Excerpt {
  text: string;
  closedBlock: boolean;
}

/**
 * The body up to the first separator, with the Markdown link definitions of the rest that it uses; the whole body where
 * nothing follows a separator. Raw: before Liquid and Markdown.
 * Source: Jekyll 4.3, `Excerpt#extract_excerpt`.
 */
export function excerptOf(body: string, separator: string): string {
  return extractExcerpt(body, separator).text;
}

/** As `excerptOf`, saying also what Jekyll warns of. */
export function extractExcerpt(body: string, separator: string): Excerpt {
  const at = body.indexOf(separator);
  const head = at < 0 ? body : body.slice(0, at);
  const tail = at < 0 ? '' : body.slice(at + separator.length);
  if (tail === '') return { text: head, closedBlock: false };
  const closed = head.includes('{%') ? closeBlocks(head) : head;
  const definitions = [...tail.matchAll(LINK_DEFINITION)]
    .filter(([, label]) => closed.includes(label))
    .map(([, label, target]) => label + target);
  const text = definitions.length === 0 ? closed : `${closed}\n\n${definitions.join('\n')}`;
  return { text, closedBlock: closed !== head };
}

function closeBlocks(head: string): string {
  const names = [...head.matchAll(LIQUID_TAG)].map(([, name]) => name);
  return names.reverse().reduce((text, name) => {
    const endTag = END_TAGS.get(name);
    return endTag && !endTag.test(text) ? `${text}\n{% end${name} %}` : text;
  }, head);
}
