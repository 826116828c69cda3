import { Textarea, TextInput } from '@strapi/design-system';
import { useSetting } from '../settings-form';
import { SettingField } from './SettingField';
import { useSettingTexts } from './use-setting-texts';

interface TextSettingProps {
  path: string;
  /** With several lines. */
  isLong?: boolean;
  /** Whether an empty text is a value, and not the absence of one. */
  mayBeEmpty?: boolean;
  placeholder?: string;
}

/** A setting that is a text. */
export function TextSetting({ path, isLong = false, mayBeEmpty = false, placeholder }: TextSettingProps) {
  const setting = useSetting(path);
  const { label, hint } = useSettingTexts(path);
  const value = typeof setting.value === 'string' ? setting.value : '';
  const change = (text: string): void => setting.change(text === '' && !mayBeEmpty ? null : text);
  return (
    <SettingField setting={setting} label={label} hint={hint}>
      {isLong ? (
        <Textarea
          value={value}
          disabled={setting.isReadOnly}
          onChange={({ target }: { target: { value: string } }) => change(target.value)}
        />
      ) : (
        <TextInput
          value={value}
          placeholder={placeholder}
          disabled={setting.isReadOnly}
          onChange={({ target }: { target: { value: string } }) => change(target.value)}
        />
      )}
    </SettingField>
  );
}
