import { NumberInput } from '@strapi/design-system';
import { useSetting } from '../settings-form';
import { SettingField } from './SettingField';
import { useSettingTexts } from './use-setting-texts';

/** A setting that is a number. */
export function NumberSetting({ path }: { path: string }) {
  const setting = useSetting(path);
  const { label, hint } = useSettingTexts(path);
  return (
    <SettingField setting={setting} label={label} hint={hint}>
      <NumberInput
        value={typeof setting.value === 'number' ? setting.value : undefined}
        disabled={setting.isReadOnly}
        onValueChange={(value) => setting.change(value ?? null)}
      />
    </SettingField>
  );
}
