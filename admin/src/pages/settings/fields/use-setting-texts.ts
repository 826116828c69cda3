import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';

/** Label and hint of a setting; a setting without hint has none in the translations. */
export function useSettingTexts(path: string): { label: string; hint: string | undefined } {
  const intl = useIntl();
  // Names in braces are part of these texts, which are therefore not messages with values.
  const text = intl.messages[getTrad(`settings.hint.${path}`)];
  return {
    label: intl.formatMessage({ id: getTrad(`settings.field.${path}`) }),
    hint: typeof text === 'string' ? text : undefined,
  };
}
