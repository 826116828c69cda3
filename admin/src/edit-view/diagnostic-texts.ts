import { useIntl } from 'react-intl';
import { fixTitle, translateMessage, type Diagnostic, type MessageLanguage } from '../../../core/diagnostics';

/** The language of messages for a language of the admin. */
export function messageLanguage(locale: string): MessageLanguage {
  return /^zh(?!-(?:Hant|TW|HK))/.test(locale) ? 'zh-Hans' : 'en';
}

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
