import type { SyntaxProblem } from '../../diagnostics/messages/params';

/** Starts a plain or block scalar in the stream of lexemes (`CST.SCALAR`). */
const SCALAR_MARK = '\u001f';

/**
 * Finds what `yaml`'s lexer lets pass and libyaml's scanner refuses, lexeme by lexeme: a tab where a key could start, and in flow
 * collections a colon or question mark that touches the next indicator.
 */
export class LexemeChecker {
  private atLineStart = true;
  private afterScalarMark = false;
  /** The last lexeme that is no blank, line break or comment. */
  private last: 'plain' | 'indicator' | 'other' = 'other';
  private afterComment = false;

  /**
   * @param next the character behind the lexeme, '' at the end of the text
   * @param inFlow whether the lexeme stands in a flow collection
   */
  check(lexeme: string, next: string, inFlow: boolean): SyntaxProblem | null {
    if (lexeme === SCALAR_MARK) {
      this.afterScalarMark = true;
      return null;
    }
    const isPlain = this.afterScalarMark;
    this.afterScalarMark = false;
    if (isPlain) return this.see('plain');
    if (lexeme === '\n' || lexeme === '\r\n') {
      this.atLineStart = true;
      return null;
    }
    if (/^[ \t]/.test(lexeme)) return !inFlow && this.isBadTab(lexeme) ? 'tab-indent' : this.seeBlank();
    if (lexeme.startsWith('#')) {
      this.afterComment = true;
      return null;
    }
    const touching = lexeme === ':' ? this.last === 'plain' && /[,?[\]{}]/.test(next) : lexeme === '?' && /\S/.test(next);
    if (inFlow && touching) return 'other';
    return this.see(/^[-?:]$/.test(lexeme) ? 'indicator' : 'other');
  }

  private see(kind: 'plain' | 'indicator' | 'other'): null {
    this.last = kind;
    this.atLineStart = false;
    this.afterComment = false;
    return null;
  }
}
