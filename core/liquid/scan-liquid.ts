/** One piece of a text with Liquid in it; `start` is an offset, `text` what stands there. */
export type LiquidPart =
  | { kind: 'text'; start: number; text: string }
  | { kind: 'output'; start: number; text: string; expression: string }
  | { kind: 'tag'; start: number; text: string; name: string; args: string }
  | { kind: 'block'; start: number; text: string; name: LiquidBlock; args: string; content: string };

/** Blocks whose content is taken as a whole. */
export type LiquidBlock = 'raw' | 'comment' | 'highlight';

const BLOCKS = ['raw', 'comment', 'highlight'];
const OPENING = /\{[{%]/g;
const TAG = /^\{%-?\s*(\w+)\s*([^]*?)\s*-?%\}$/;
const OUTPUT = /^\{\{-?\s*([^]*?)\s*-?\}\}$/;

/**
 * Cuts a text at its Liquid. What is opened and not closed is text. A `-` inside the braces takes away the white space
 * outside of them. Takes time that grows with the length.
 */
export function scanLiquid(source: string): LiquidPart[] {
  const parts: LiquidPart[] = [];
  let from = 0;
  let trimNext = false;
  const addText = (until: number, trimEnd: boolean): void => {
    let text = source.slice(from, until);
    if (trimNext) text = text.trimStart();
    if (trimEnd) text = text.trimEnd();
    if (text !== '') parts.push({ kind: 'text', start: from, text });
  };
  const unclosed = new Set<string>();
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(source); found; found = OPENING.exec(source)) {
    const start = found.index;
    const part = partAt(source, start, unclosed);
    if (!part) continue;
    addText(start, source[start + 2] === '-');
    parts.push(part);
    from = start + part.text.length;
    trimNext = source[from - 3] === '-';
    OPENING.lastIndex = from;
  }
  addText(source.length, false);
  return parts;
}

/** @param unclosed endings that do not come any more, so that nobody looks for them again. */
function partAt(source: string, start: number, unclosed: Set<string>): LiquidPart | null {
  const isTag = source[start + 1] === '%';
  const closing = isTag ? '%}' : '}}';
  const end = endOf(source, start + 2, closing, unclosed);
  if (end === null) return null;
  const text = source.slice(start, end);
  if (!isTag) {
    const output = OUTPUT.exec(text);
    return output && { kind: 'output', start, text, expression: output[1] };
  }
  const tag = TAG.exec(text);
  if (!tag) return null;
  const [, name, args] = tag;
  return BLOCKS.includes(name)
    ? blockAt(source, start, end, { name: name as LiquidBlock, args, unclosed })
    : { kind: 'tag', start, text, name, args };
}

interface Opened {
  name: LiquidBlock;
  args: string;
  unclosed: Set<string>;
}

function blockAt(
  source: string,
  start: number,
  from: number,
  { name, args, unclosed }: Opened,
): LiquidPart | null {
  const key = `end${name}`;
  if (unclosed.has(key)) return null;
  const ending = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
  ending.lastIndex = from;
  const found = ending.exec(source);
  if (!found) {
    unclosed.add(key);
    return null;
  }
  const text = source.slice(start, ending.lastIndex);
  return { kind: 'block', start, text, name, args, content: source.slice(from, found.index) };
}

function endOf(source: string, from: number, closing: string, unclosed: Set<string>): number | null {
  if (unclosed.has(closing)) return null;
  const at = source.indexOf(closing, from);
  if (at !== -1) return at + closing.length;
  unclosed.add(closing);
  return null;
}
