import { Composer, type CST, type ParsedNode, parseDocument, Parser, type YAMLError } from 'yaml';
import { createLaxLexer } from './lax-lexer';
import { unifyLineBreaks } from './line-breaks';
import type { OffsetRange, YamlNode } from './node';
import { readTree } from './read-tree';

/** What `yaml` says about a text that does not parse. */
export interface ParseError {
  offset: number;
  code: YAMLError['code'];
  detail: string;
}

export interface ParsedTree {
  kind: 'tree';
  root: YamlNode;
  /** What follows the end of the first document, which alone is read. */
  rest: OffsetRange | null;
}

export type ParseResult =
  | ParsedTree
  | { kind: 'error'; error: ParseError }
  | { kind: 'too-deep'; range: OffsetRange };

/** Jekyll parses a header with its first fence, so the text is the content of an explicit document. */
const FENCE = '---\n';

const PARSE_OPTIONS = {
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
  const errors: CST.ErrorToken[] = [];
  let offset = -FENCE.length;
  for (const lexeme of createLaxLexer().lex(FENCE + text)) {
    const isQuoted = lexeme.startsWith('"') || lexeme.startsWith("'");
    const source = isQuoted ? quotedText.slice(offset, offset + lexeme.length) : lexeme;
    for (const token of parser.next(source)) {
      if (token.type === 'document') return composeDocument(token, errors, text);
      if (token.type === 'error') errors.push(token);
    }
    if (isMark(lexeme)) continue;
    if (parser.stack.length > maxDepth && nestingOf(parser.stack) > maxDepth) {
      return { kind: 'too-deep', range: { start: offset, end: offset + lexeme.length } };
    }
    offset += lexeme.length;
  }
  for (const token of parser.end()) {
    if (token.type === 'document') return composeDocument(token, errors, text);
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

function composeDocument(token: CST.Document, errors: CST.ErrorToken[], text: string): ParseResult {
  const rest = cutRest(token);
  const composer = new Composer<ParsedNode, false>(PARSE_OPTIONS);
  const before = errors.filter(({ offset }) => rest === null || offset < rest);
  const [document] = [...before, token].flatMap((part) => [...composer.next(part)]).concat([...composer.end()]);
  const [error] = document.errors;
  if (error) {
    return { kind: 'error', error: toParseError(error, text) };
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

/**
 * The first error of a strict parse: it stops nearer to the fault than the lax one, which reads an open quote to its end.
 * Null where the strict parser finds nothing.
 */
export function findStrictError(yaml: string): ParseError | null {
  const { text } = unifyLineBreaks(yaml);
  const [error] = parseDocument(FENCE + text, { ...PARSE_OPTIONS, strict: true }).errors;
  return error ? toParseError(error, text) : null;
}

function toParseError(error: YAMLError, text: string): ParseError {
  const offset = Math.min(Math.max(error.pos[0] - FENCE.length, 0), text.length);
  return { offset, code: error.code, detail: error.message };
}
