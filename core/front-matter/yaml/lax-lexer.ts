import { Lexer } from 'yaml';

/** The private parts of `Lexer` in `yaml` 2.9.1 that are used here; a test holds them to that version. */
interface LexerParts {
  indentNext: number;
  parseQuotedScalar(): Generator<string, string | null>;
  parseFlowCollection(): Generator<string, string | null>;
}

/**
 * A lexer that is as lax as libyaml where `yaml` is not: lines of quoted scalars and flow collections may be
 * indented less than the block around them.
 */
export function createLaxLexer(): Lexer {
  const lexer = new Lexer();
  const parts = lexer as unknown as LexerParts;
  const parseQuotedScalar = parts.parseQuotedScalar.bind(lexer);
  const parseFlowCollection = parts.parseFlowCollection.bind(lexer);
  parts.parseQuotedScalar = () => withoutIndent(parts, parseQuotedScalar);
  parts.parseFlowCollection = () => withoutIndent(parts, parseFlowCollection);
  return lexer;
}

function* withoutIndent(
  parts: LexerParts,
  parse: () => Generator<string, string | null>,
): Generator<string, string | null> {
  const { indentNext } = parts;
  parts.indentNext = 0;
  const next = yield* parse();
  parts.indentNext = indentNext;
  return next;
}
