import { Lexer } from 'yaml';

type Step = Generator<string, string | null>;

/** The private parts of `Lexer` in `yaml` 2.9.1 that are used here; a test holds them to that version. */
interface LexerParts {
  buffer: string;
  pos: number;
  indentNext: number;
  parseQuotedScalar(): Step;
  parseFlowCollection(): Step;
  pushUntil(ends: (character: string | undefined) => boolean): Generator<string, number>;
}

/**
 * A lexer that cuts a text as libyaml 0.2.5 does where `yaml` does not: lines of quoted scalars and flow collections may be indented
 * less than the block around them, and the name of an anchor or alias ends at the first character that is no letter,
 * digit, `_` or `-`.
 */
export function createLaxLexer(): Lexer {
  const lexer = new Lexer();
  const parts = lexer as unknown as LexerParts;
  const parseQuotedScalar = parts.parseQuotedScalar.bind(lexer);
  const parseFlowCollection = parts.parseFlowCollection.bind(lexer);
  const pushUntil = parts.pushUntil.bind(lexer);
  parts.parseQuotedScalar = () => withoutIndent(parts, parseQuotedScalar);
  parts.parseFlowCollection = () => withoutIndent(parts, parseFlowCollection);
  parts.pushUntil = (ends) => {
    const isName = parts.buffer[parts.pos] === '&' || parts.buffer[parts.pos] === '*';
    return pushUntil(isName ? endsName() : ends);
  };
  return lexer;
}

function* withoutIndent(parts: LexerParts, parse: () => Step): Step {
  const { indentNext } = parts;
  parts.indentNext = 0;
  const next = yield* parse();
  parts.indentNext = indentNext;
  return next;
}

/** Whether a name of an anchor ends at a character; the first one is the `&` or `*` itself. */
function endsName(): (character: string | undefined) => boolean {
  let isFirst = true;
  return (character) => {
    if (!isFirst) return character === undefined || !/[A-Za-z0-9_-]/.test(character);
    isFirst = false;
    return false;
  };
}
