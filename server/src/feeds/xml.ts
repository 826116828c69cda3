/** What XML 1.0 can hold in no way, halves of surrogate pairs among it (XML 1.0, section 2.2). */
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would make a line feed of it.
  '\r': '&#13;',
};

/** A text as it stands between tags or in a quoted attribute; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text.replace(IMPOSSIBLE, '').replace(/[&<>"\r]/g, (character) => ESCAPES[character]);
}

/** Attributes of an element; those without a value are left out. */
export type Attributes = Record<string, string | null>;

/** An element. @param content is XML already, such as other elements or an escaped text. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .map(([attribute, value]) => (value === null ? '' : ` ${attribute}="${escapeXml(value)}"`))
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** An element that holds a text; nothing where there is none. */
export function textElement(name: string, text: string | null, attributes: Attributes = {}): string {
  return text === null ? '' : element(name, attributes, escapeXml(text));
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
