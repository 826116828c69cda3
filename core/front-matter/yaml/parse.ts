import { Composer, type CST, type Document, type ParsedNode, Parser, type YAMLError } from 'yaml';
import { createLaxLexer } from './lax-lexer';
import { unifyLineBreaks } from './line-breaks';
import type { OffsetRange, YamlNode } from './node';
import { readTree } from './read-tree';

export type ParseResult =
  | { kind: 'tree'; root: YamlNode; /** What follows the end of the first document, which alone is read. */ rest: OffsetRange | null }
  | { kind: 'error'; offset: number; code: YAMLError['code']; detail: string }
  | { kind: 'too-deep'; range: OffsetRange };

/** Jekyll parses a header with its first fence, so the text is the content of an explicit document. */
export const FENCE = '---\n';

export const PARSE_OPTIONS = {
  version: '1.1',
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: false,
  merge: false,
  strict: false,
  keepSourceTokens: true,
  logLevel: 'silent',
  prettyErrors: false,
} as const;

/**
 * Parses the first document of a YAML text, accepting what libyaml 0.2.5 accepts.
 *
 * @param maxDepth deepest nesting of lists and maps; parsing stops beyond it
 */
export function parseYaml(yaml: string, maxDepth: number): ParseResult {
  const { text, quotedText } = unifyLineBreaks(yaml);
  const parser = new Parser();
  let offset = -FENCE.length;
  for (const lexeme of createLaxLexer().lex(FENCE + text)) {
    const isQuoted = lexeme.startsWith('"') || lexeme.startsWith("'");
    const source = isQuoted ? quotedText.slice(offset, offset + lexeme.length) : lexeme;
    for (const token of parser.next(source)) {
      if (token.type === 'document') return composeDocument(token, text);
    }
    if (isMark(lexeme)) continue;
    if (parser.stack.length > maxDepth && nestingOf(parser.stack) > maxDepth) {
      return { kind: 'too-deep', range: { start: offset, end: offset + lexeme.length } };
    }
    offset += lexeme.length;
  }
  for (const token of parser.end()) {
    if (token.type === 'document') return composeDocument(token, text);
  }
  throw new Error('A fenced text holds a document');
}

/** Lexemes that stand for no text: start of a document, start of a plain or block scalar, broken end of a flow collection. */
function isMark(lexeme: string): boolean {
  return lexeme === '\u0002' || lexeme === '\u001f' || lexeme === '\u0018';
}

function nestingOf(stack: CST.Token[]): number {
  return stack.filter(({ type }) => type === 'block-map' || type === 'block-seq' || type === 'flow-collection').length;
}

function composeDocument(token: CST.Document, text: string): ParseResult {
  const rest = cutRest(token);
  const composer = new Composer<ParsedNode, false>(PARSE_OPTIONS);
  const [document] = [...composer.next(token), ...composer.end()];
  const [error] = document.errors;
  if (error) {
    return { kind: 'error', offset: error.pos[0] - FENCE.length, code: error.code, detail: error.message };
  }
  const root = readTree(document.contents, FENCE.length);
  return { kind: 'tree', root, rest: rest === null ? null : { start: rest - FENCE.length, end: text.length } };
}

/**
 * Takes what follows the root node off the document and returns where it starts. libyaml ends the document there; safe_yaml
 * reads no further.
 */
function cutRest(token: CST.Document): number | null {
  const index = token.end?.findIndex(({ type }) => type !== 'space' && type !== 'newline' && type !== 'comment') ?? -1;
  if (index === -1) return null;
  const rest = token.end?.splice(index) ?? [];
  return rest[0].offset;
}
