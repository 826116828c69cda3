import { useIntl } from 'react-intl';
import { fixTitle, messageLanguage, translateMessage, type Diagnostic } from '../../../core/diagnostics';

/** What diagnostics say in the language of the admin. */
export function useDiagnosticTexts(): {
  messageOf: (diagnostic: Diagnostic) => string;
  fixOf: (diagnostic: Diagnostic) => string | null;
} {
  const language = messageLanguage(useIntl().locale);
  return {
    messageOf: (diagnostic) => translateMessage(diagnostic, language),
    fixOf: ({ fix }) => (fix ? fixTitle(fix, language) : null),
  };
}
