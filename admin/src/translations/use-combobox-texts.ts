import { useIntl } from 'react-intl';
import { getTrad } from './get-trad';

interface ComboboxTexts {
  placeholder: string;
  clearLabel: string;
  loadingMessage: string;
  noOptionsMessage: () => string;
}

/** What a combobox says of itself, in the language of the admin: the design system's own texts are English. */
export function useComboboxTexts(): ComboboxTexts {
  const intl = useIntl();
  return {
    placeholder: intl.formatMessage({ id: getTrad('press.choose') }),
    clearLabel: intl.formatMessage({ id: getTrad('press.clear') }),
    loadingMessage: intl.formatMessage({ id: getTrad('panels.loading') }),
    noOptionsMessage: () => intl.formatMessage({ id: getTrad('press.nothing-found') }),
  };
}
