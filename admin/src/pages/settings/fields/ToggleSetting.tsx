import { Toggle } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';
import { useSetting } from '../settings-form';
import { SettingField } from './SettingField';
import { useSettingTexts } from './use-setting-texts';

/** A setting that is true or false. */
export function ToggleSetting({ path }: { path: string }) {
  const { formatMessage } = useIntl();
  const setting = useSetting(path);
  const { label, hint } = useSettingTexts(path);
  return (
    <SettingField setting={setting} label={label} hint={hint}>
      <Toggle
        checked={setting.value === true}
        disabled={setting.isReadOnly}
        onLabel={formatMessage({ id: getTrad('settings.yes') })}
        offLabel={formatMessage({ id: getTrad('settings.no') })}
        onChange={({ target }) => setting.change(target.checked)}
      />
    </SettingField>
  );
}
