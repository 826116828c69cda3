import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';
import { useSetting } from '../settings-form';
import { SettingField } from './SettingField';
import { useSettingTexts } from './use-setting-texts';

/** A setting that is one of a few words, each of which has a text `settings.choice.PATH.WORD`. */
export function ChoiceSetting({ path, choices }: { path: string; choices: readonly string[] }) {
  const { formatMessage } = useIntl();
  const setting = useSetting(path);
  const { label, hint } = useSettingTexts(path);
  return (
    <SettingField setting={setting} label={label} hint={hint}>
      <SingleSelect
        value={String(setting.value)}
        disabled={setting.isReadOnly}
        onChange={(value) => setting.change(String(value))}
      >
        {choices.map((choice) => (
          <SingleSelectOption key={choice} value={choice}>
            {formatMessage({ id: getTrad(`settings.choice.${path}.${choice}`) })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </SettingField>
  );
}
