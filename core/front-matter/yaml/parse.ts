import { Composer, type CST, Lexer, type ParsedNode, Parser, type YAMLError } from 'yaml';
import { createLaxLexer } from './lax-lexer';
import { unifyLineBreaks } from './line-breaks';
import type { OffsetRange, YamlNode } from './node';
import { readTree } from './read-tree';
import { createScannerRules, type ScannerFault } from './scanner-rules';

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

type ParseOptions = ConstructorParameters<typeof Composer>[0];

const PARSE_OPTIONS: ParseOptions = {
  version: '1.1',
  schema: 'failsafe',
  resolveKnownTags: false,
  uniqueKeys: false,
  merge: false,
  strict: false,
  keepSourceTokens: true,
  logLevel: 'silent',
  prettyErrors: false,
};

/**
 * Parses the first document of a YAML text, accepting what libyaml 0.2.5 accepts.
 *
 * @param maxDepth deepest nesting of lists and maps; parsing stops beyond it
 */
export function parseYaml(yaml: string, maxDepth: number): ParseResult {
  return parse(yaml, maxDepth, createLaxLexer(), PARSE_OPTIONS);
}

/**
 * The first error of a strict parse: it stops nearer to the fault than the lax one, which reads an open quote to its end.
 * Null where the strict parser finds nothing.
 */
export function findStrictError(yaml: string, maxDepth: number): ParseError | null {
  const result = parse(yaml, maxDepth, new Lexer(), { ...PARSE_OPTIONS, strict: true });
  return result.kind === 'error' ? result.error : null;
}

function parse(yaml: string, maxDepth: number, lexer: Lexer, options: ParseOptions): ParseResult {
  const { text, quotedText } = unifyLineBreaks(yaml);
  const parser = new Parser();
  const findFault = createScannerRules();
  const errors: CST.ErrorToken[] = [];
  const compose = (token: CST.Document, last: Rest | null): ParseResult =>
    composeDocument(token, last, errors, text, options);
  let previous = '';
  let offset = -FENCE.length;
  for (const lexeme of lexer.lex(FENCE + text)) {
    const length = isMark(lexeme) ? 0 : lexeme.length;
    const fault = findFault(
      lexeme,
      text.charAt(offset + length),
      parser.stack.at(-1)?.type === 'flow-collection',
    );
    if (fault) return { kind: 'error', error: describeFault(fault, offset) };
    const source = keepsLineSeparators(lexeme, previous) ? quotedText.slice(offset, offset + length) : lexeme;
    previous = lexeme;
    for (const token of parser.next(source)) {
      if (token.type === 'document') return compose(token, { source: lexeme, offset });
      if (token.type === 'error') errors.push(token);
    }
    if (parser.stack.length > maxDepth && nestingOf(parser.stack) > maxDepth) {
      return { kind: 'too-deep', range: { start: offset, end: offset + length } };
    }
    offset += length;
  }
  for (const token of parser.end()) {
    if (token.type === 'document') return compose(token, null);
  }
  throw new Error('A fenced text holds a document');
}

function describeFault(fault: ScannerFault, offset: number): ParseError {
  switch (fault) {
    case 'tab':
      return { offset, code: 'TAB_AS_INDENT', detail: 'a tab indents a line' };
    case 'quote':
      return { offset, code: 'MISSING_CHAR', detail: 'Missing closing quote' };
    case 'anchor':
      return { offset, code: 'BAD_ALIAS', detail: 'a name of letters and digits is missing behind & or *' };
    case 'indicator':
      return {
        offset,
        code: 'UNEXPECTED_TOKEN',
        detail: 'a blank is missing behind the colon or question mark',
      };
  }
}

/** U+2028 and U+2029 break lines, but stay in plain and quoted scalars. A block scalar always has a line break. */
function keepsLineSeparators(lexeme: string, previous: string): boolean {
  return /^["']/.test(lexeme) || (previous === '\u001f' && !lexeme.endsWith('\n'));
}

/** Lexemes that stand for no text: start of a document, start of a plain or block scalar, broken end of a flow collection. */
function isMark(lexeme: string): boolean {
  return lexeme === '\u0002' || lexeme === '\u001f' || lexeme === '\u0018';
}

function nestingOf(stack: CST.Token[]): number {
  return stack.filter(
    ({ type }) => type === 'block-map' || type === 'block-seq' || type === 'flow-collection',
  ).length;
}

/** @param last the lexeme that ended the document; null at the end of the text */
function composeDocument(
  token: CST.Document,
  last: Rest | null,
  errors: CST.ErrorToken[],
  text: string,
  options: ParseOptions,
): ParseResult {
  const rest = cutRest(token) ?? (last && !/^(---|\.\.\.)$/.test(last.source) ? last : null);
  if (rest && !endsDocument(rest, token, text)) {
    const code = /[@`]/.test(rest.source) ? 'BAD_SCALAR_START' : 'UNEXPECTED_TOKEN';
    return { kind: 'error', error: { offset: rest.offset, code, detail: 'nothing may stand here' } };
  }
  const composer = new Composer<ParsedNode, false>(options);
  const before = errors.filter(({ offset }) => rest === null || offset - FENCE.length < rest.offset);
  const [document] = [...before, token]
    .flatMap((part) => [...composer.next(part)])
    .concat([...composer.end()]);
  const [error] = document.errors;
  if (error) return { kind: 'error', error: toParseError(error, text) };
  const root = readTree(document.contents, FENCE.length);
  return { kind: 'tree', root, rest: rest && { start: rest.offset, end: text.length } };
}

/** Where the text goes on behind the root node. */
interface Rest {
  source: string;
  offset: number;
}

/** Takes what follows the root node off the document; libyaml ends the document there, and safe_yaml reads no further. */
function cutRest(token: CST.Document): Rest | null {
  const index =
    token.end?.findIndex(({ type }) => type !== 'space' && type !== 'newline' && type !== 'comment') ?? -1;
  const rest = index === -1 ? undefined : token.end?.splice(index)[0];
  return rest ? { source: rest.source, offset: rest.offset - FENCE.length } : null;
}

/** A block at the root ends only before something that is indented less, and that starts no broken token. */
function endsDocument({ source, offset }: Rest, { value }: CST.Document, text: string): boolean {
  if (/^[@`%]/.test(source)) return false;
  if (value?.type !== 'block-map' && value?.type !== 'block-seq') return true;
  return offset - (text.lastIndexOf('\n', offset - 1) + 1) < value.indent;
}

function toParseError(error: YAMLError, text: string): ParseError {
  const offset = Math.min(Math.max(error.pos[0] - FENCE.length, 0), text.length);
  return { offset, code: error.code, detail: error.message };
}
