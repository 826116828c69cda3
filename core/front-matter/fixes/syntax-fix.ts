import type { Fix } from '../../diagnostics/diagnostic';
import type { YamlProblem } from '../yaml/problem';
import type { ReadAttempt } from './attempt';
import { fixControlCharacters } from './fix-control-characters';
import { fixLines } from './fix-lines';
import { fixTabs } from './fix-tabs';

/** The fix of a text that does not read, where it is certain how the text is meant. */
export function syntaxFix(yaml: string, problem: YamlProblem, attempt: ReadAttempt): Fix | undefined {
  switch (problem.problem) {
    case 'tab-indent':
      return fixTabs(yaml, attempt);
    case 'control-character':
      return fixControlCharacters(yaml, attempt);
    default:
      return fixLines(yaml, problem, attempt);
  }
}
