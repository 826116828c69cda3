import { Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';
import { useSetting } from '../settings-form';
import { InnerField } from './InnerField';
import { SettingField } from './SettingField';
import { useSettingTexts } from './use-setting-texts';

const STYLES = ['date', 'pretty', 'ordinal', 'weekdate', 'none'];
const OWN = 'own';
const FIRST_OWN = '/:categories/:title/';

/** One of Jekyll's styles of permalinks, or a template of the site's own. */
export function PermalinkSetting() {
  const { formatMessage } = useIntl();
  const setting = useSetting('permalink');
  const { label, hint } = useSettingTexts('permalink');
  const value = String(setting.value);
  const isStyle = STYLES.includes(value);
  return (
    <SettingField setting={setting} label={label} hint={hint}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <SingleSelect
          value={isStyle ? value : OWN}
          disabled={setting.isReadOnly}
          onChange={(chosen) => setting.change(chosen === OWN ? FIRST_OWN : String(chosen))}
        >
          {[...STYLES, OWN].map((style) => (
            <SingleSelectOption key={style} value={style}>
              {formatMessage({ id: getTrad(`settings.choice.permalink.${style}`) })}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        {!isStyle && (
          <InnerField
            id="permalink-template"
            label={formatMessage({ id: getTrad('settings.permalink.template') })}
          >
            <TextInput
              value={value}
              disabled={setting.isReadOnly}
              onChange={({ target }: { target: { value: string } }) =>
                setting.change(target.value === '' ? null : target.value)
              }
            />
          </InnerField>
        )}
      </Flex>
    </SettingField>
  );
}
