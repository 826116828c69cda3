import type { Label } from '../../../../../core/settings';
import { useSetting, useSettingsForm } from '../settings-form';
import { sourceOf } from '../setting-edits';
import { LabelInput } from './LabelInput';
import { SettingField } from './SettingField';
import { useSettingTexts } from './use-setting-texts';

/** A setting that is a text for readers: one for all languages, or one by language. */
export function LabelSetting({ path }: { path: string }) {
  const { sources, mayUpdate, change } = useSettingsForm();
  const setting = useSetting(path);
  const { label, hint } = useSettingTexts(path);
  const value = (setting.value ?? '') as Label;
  return (
    <SettingField setting={setting} label={label} hint={hint} isGroup={typeof value !== 'string'}>
      <LabelInput
        id={path}
        label={label}
        value={value}
        isReadOnly={setting.isReadOnly}
        isTextReadOnly={(language) => !mayUpdate || sourceOf(sources, `${path}.${language}`) === 'file'}
        onChange={setting.change}
        onTextChange={(language, text) => change(`${path}.${language}`, text)}
      />
    </SettingField>
  );
}
