import { useEffect, useState } from 'react';
import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useComboboxTexts } from '../../../translations/use-combobox-texts';
import { useSetting } from '../settings-form';
import { SettingField } from './SettingField';
import { useSettingTexts } from './use-setting-texts';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** The site's time zone, found by typing. */
export function TimeZoneSetting() {
  const setting = useSetting('site.timezone');
  const comboboxTexts = useComboboxTexts();
  const { label, hint } = useSettingTexts('site.timezone');
  const value = String(setting.value);
  const [text, setText] = useState(value);
  // The options of so long a list are not all drawn, so that the field cannot find its text among them.
  useEffect(() => setText(value), [value]);
  return (
    <SettingField setting={setting} label={label} hint={hint}>
      <Combobox
        {...comboboxTexts}
        value={value}
        textValue={text}
        onTextValueChange={setText}
        onBlur={() => setText(value)}
        disabled={setting.isReadOnly}
        autocomplete={{ type: 'list', filter: 'contains' }}
        onChange={(zone) => {
          if (zone && zone !== value) setting.change(zone);
        }}
      >
        {(ZONES.includes(value) ? ZONES : [value, ...ZONES]).map((zone) => (
          <ComboboxOption key={zone} value={zone}>
            {zone}
          </ComboboxOption>
        ))}
      </Combobox>
    </SettingField>
  );
}
