/** Starts a plain or block scalar in the stream of lexemes (`CST.SCALAR` of `yaml`). */
const SCALAR_MARK = '\u001f';

/** What `yaml`'s lexer lets pass and the scanner of libyaml 0.2.5 refuses. */
export type ScannerFault = 'tab' | 'indicator' | 'anchor' | 'tag' | 'quote';

/**
 * Makes a check of lexemes, to be called with each in turn. It finds a tab where a key could start, a colon or question
 * mark in a flow collection that touches what follows, an anchor without a name, a tag that touches what follows, a quote without its end.
 *
 * @returns the check; it gives the fault, or null. `next` is the character behind the lexeme.
 */
export function createScannerRules(): (lexeme: string, next: string, inFlow: boolean) => ScannerFault | null {
  let previous = '\n';
  let isScalar = false;
  let lastToken: 'plain' | 'comment' | 'other' = 'other';
  let atLineStart = true;

  return (lexeme, next, inFlow) => {
    if (lexeme === SCALAR_MARK) {
      isScalar = true;
      return null;
    }
    let fault: ScannerFault | null = null;
    if (isScalar) {
      if (inFlow && /^[:?]/.test(lexeme)) fault = 'indicator';
      lastToken = 'plain';
      atLineStart = false;
    } else if (/^\r?\n$/.test(lexeme)) {
      atLineStart = true;
    } else if (/^[ \t]/.test(lexeme)) {
      // The blanks behind a plain scalar still belong to it, where its next line would be indented enough.
      const inPlain = lastToken === 'plain' && !(lexeme.startsWith('\t') && previous.endsWith('\n'));
      const keyMayStart = (atLineStart && !inPlain) || previous === '-' || previous === '?';
      if (!inFlow && keyMayStart && lexeme.includes('\t')) fault = 'tab';
    } else {
      fault = faultOfToken(lexeme, next, inFlow, lastToken === 'plain');
      lastToken = lexeme.startsWith('#') ? 'comment' : 'other';
      atLineStart = false;
    }
    isScalar = false;
    previous = lexeme;
    return fault;
  };
}

function faultOfToken(
  lexeme: string,
  next: string,
  inFlow: boolean,
  afterPlain: boolean,
): ScannerFault | null {
  switch (lexeme[0]) {
    case ':':
      return inFlow && afterPlain && /[,?[\]{}]/.test(next) ? 'indicator' : null;
    case '?':
      return inFlow && /\S/.test(next) ? 'indicator' : null;
    case '&':
    case '*':
      return lexeme.length > 1 && /^[\s?:,\]}%@`]?$/.test(next) ? null : 'anchor';
    case '!':
      return !lexeme.includes('#') && (/^[ \t\r\n]?$/.test(next) || (inFlow && next === ',')) ? null : 'tag';
    case '"':
      return endsQuote(lexeme, '\\') ? null : 'quote';
    case "'":
      return endsQuote(lexeme, "'") ? null : 'quote';
    default:
      return null;
  }
}

/**
 * Whether a quoted scalar ends with its quote: one with an even number of `escape` before it, the opening quote not
 * counted.
 */
function endsQuote(lexeme: string, escape: string): boolean {
  const last = lexeme.length - 1;
  let index = last - 1;
  while (index > 0 && lexeme[index] === escape) index -= 1;
  return last > 0 && lexeme[last] === lexeme[0] && (last - 1 - index) % 2 === 0;
}
