import { useIntl } from 'react-intl';
import { fixTitle, messageLanguage, translateMessage, type Diagnostic } from '../../../core/diagnostics';
import type { Refusal } from '../../../core/jekyll';
import { say } from '../../../core/messages';

/** What diagnostics and refused edits say in the language of the admin. */
export function useDiagnosticTexts(): {
  messageOf: (diagnostic: Diagnostic) => string;
  fixOf: (diagnostic: Diagnostic) => string | null;
  refusalOf: (refusal: Refusal) => string;
} {
  const language = messageLanguage(useIntl().locale);
  return {
    messageOf: (diagnostic) => translateMessage(diagnostic, language),
    fixOf: ({ fix }) => (fix ? fixTitle(fix, language) : null),
    refusalOf: ({ said }) => say(said.message, language),
  };
}
