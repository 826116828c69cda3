// Ruby's \b looks at Unicode words even where \d and \s are ASCII; ECMAScript's does not.
const WORD = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]`;
const EDGE = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

/** A regular expression without regard to case, in which `\b` means what it means in Ruby. */
export function rubyPattern(source: string): RegExp {
  return new RegExp(source.replaceAll('\\b', EDGE), 'iu');
}

/** Digits as an integer; 0 for none. */
export function integer(digits: string): number {
  return Number.parseInt(digits, 10) || 0;
}
