import { Composer, type CST, Lexer, type ParsedNode, Parser, type YAMLError } from 'yaml';
import type { HeaderLimits } from '../limits';
import { createLaxLexer } from './lax-lexer';
import { unifyLineBreaks } from './line-breaks';
import type { OffsetRange, YamlNode } from './node';
import { readPlainHeader } from './plain-header';
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

export type ParseLimits = Pick<HeaderLimits, 'maxDepth' | 'fenced'>;

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
 * Parses the first document of a YAML text, accepting what libyaml 0.2.5 accepts. Parsing stops beyond the deepest
 * nesting allowed.
 */
export function parseYaml(yaml: string, limits: ParseLimits): ParseResult {
  const root = readPlainHeader(yaml, limits);
  return root ? { kind: 'tree', root, rest: null } : parseAnyYaml(yaml, limits);
}

/** The same for every text, without the short way for plain ones. */
export function parseAnyYaml(yaml: string, limits: ParseLimits): ParseResult {
  return parse(yaml, limits, createLaxLexer(), PARSE_OPTIONS);
}

/**
 * The first error of a strict parse: it stops nearer to the fault than the lax one, which reads an open quote to its end.
 * Null where the strict parser finds nothing.
 */
export function findStrictError(yaml: string, limits: ParseLimits): ParseError | null {
  const result = parse(yaml, limits, new Lexer(), { ...PARSE_OPTIONS, strict: true });
  return result.kind === 'error' ? result.error : null;
}

function parse(
  yaml: string,
  { maxDepth, fenced }: ParseLimits,
  lexer: Lexer,
  options: ParseOptions,
): ParseResult {
  const fence = fenced ? FENCE : '';
  const { text, quotedText } = unifyLineBreaks(yaml);
  const parser = new Parser();
  const findFault = createScannerRules();
  const errors: CST.ErrorToken[] = [];
  const compose = (token: CST.Document, last: Rest | null): ParseResult =>
    composeDocument(token, last, { errors, text, shift: fence.length, options });
  let previous = '';
  let offset = -fence.length;
  for (const lexeme of lexer.lex(fence + text)) {
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
  return { kind: 'tree', root: readTree(null, 0), rest: null };
}

function describeFault(fault: ScannerFault, offset: number): ParseError {
  switch (fault) {
    case 'tab':
      return { offset, code: 'TAB_AS_INDENT', detail: 'a tab indents a line' };
    case 'quote':
      return { offset, code: 'MISSING_CHAR', detail: 'Missing closing quote' };
    case 'anchor':
      return { offset, code: 'BAD_ALIAS', detail: 'a name of letters and digits is missing behind & or *' };
    case 'tag':
      return { offset, code: 'MISSING_CHAR', detail: 'a blank is missing behind the tag' };
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

interface Composing {
  /** Errors of the parser up to the end of the document. */
  errors: CST.ErrorToken[];
  text: string;
  /** Length of the fence that was parsed before the text. */
  shift: number;
  options: ParseOptions;
}

/** Where the text goes on behind the root node. */
interface Rest {
  source: string;
  offset: number;
}

/** @param last the lexeme that ended the document; null at the end of the text */
function composeDocument(token: CST.Document, last: Rest | null, composing: Composing): ParseResult {
  const { errors, text, shift, options } = composing;
  const rest = cutRest(token, shift) ?? (last && !/^(---|\.\.\.)$/.test(last.source) ? last : null);
  if (rest && !endsDocument(rest, token, text)) {
    const code = /[@`]/.test(rest.source) ? 'BAD_SCALAR_START' : 'UNEXPECTED_TOKEN';
    return { kind: 'error', error: { offset: rest.offset, code, detail: 'nothing may stand here' } };
  }
  const composer = new Composer<ParsedNode, false>(options);
  const before = errors.filter(({ offset }) => rest === null || offset - shift < rest.offset);
  const [document] = [...before, token]
    .flatMap((part) => [...composer.next(part)])
    .concat([...composer.end()]);
  const [error] = document.errors;
  if (error) return { kind: 'error', error: toParseError(error, text, shift) };
  const root = readTree(document.contents, shift);
  return { kind: 'tree', root, rest: rest && { start: rest.offset, end: text.length } };
}

/** Takes what follows the root node off the document; libyaml ends the document there, and safe_yaml reads no further. */
function cutRest(token: CST.Document, shift: number): Rest | null {
  const isContent = ({ type }: CST.SourceToken) =>
    type !== 'space' && type !== 'newline' && type !== 'comment';
  const index = token.end?.findIndex(isContent) ?? -1;
  const rest = index === -1 ? undefined : token.end?.splice(index)[0];
  return rest ? { source: rest.source, offset: rest.offset - shift } : null;
}

/** A block at the root ends only before something that is indented less, and that starts no broken token. */
function endsDocument({ source, offset }: Rest, { value }: CST.Document, text: string): boolean {
  if (/^[@`%]/.test(source)) return false;
  if (value?.type !== 'block-map' && value?.type !== 'block-seq') return true;
  return offset - (text.lastIndexOf('\n', offset - 1) + 1) < value.indent;
}

function toParseError(error: YAMLError, text: string, shift: number): ParseError {
  const offset = Math.min(Math.max(error.pos[0] - shift, 0), text.length);
  return { offset, code: error.code, detail: error.message };
}
