import {
  Checkbox,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Label } from '../../../../../core/settings';
import { getTrad } from '../../../translations/get-trad';
import { useSetting, useSettingsForm } from '../settings-form';
import { InnerField } from './InnerField';
import { SettingField } from './SettingField';
import { useSettingTexts } from './use-setting-texts';

/** A text for readers: one for all languages, or one by language. */
export function LabelSetting({ path }: { path: string }) {
  const { formatMessage } = useIntl();
  const setting = useSetting(path);
  const { label, hint } = useSettingTexts(path);
  const value = (setting.value ?? '') as Label;
  const isOne = typeof value === 'string';

  const changeKind = (one: boolean): void => {
    if (one) setting.change(isOne ? value : (Object.values(value)[0] ?? ''));
    else setting.change(isOne ? { en: value } : value);
  };
  return (
    <SettingField setting={setting} label={label} hint={hint} isGroup={!isOne}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {isOne ? (
          <TextInput
            value={value}
            disabled={setting.isReadOnly}
            onChange={({ target }: { target: { value: string } }) => setting.change(target.value)}
          />
        ) : (
          <TextsByLanguage path={path} label={label} texts={value} />
        )}
        <Checkbox
          checked={isOne}
          disabled={setting.isReadOnly}
          onCheckedChange={(checked) => changeKind(checked === true)}
        >
          {formatMessage({ id: getTrad('settings.label.one') })}
        </Checkbox>
      </Flex>
    </SettingField>
  );
}

interface TextsByLanguageProps {
  path: string;
  label: string;
  texts: Record<string, string>;
}

function TextsByLanguage({ path, label, texts }: TextsByLanguageProps) {
  const { formatMessage } = useIntl();
  const { locales, mayUpdate, change } = useSettingsForm();
  const others = [...new Set([...locales, 'en', 'zh-Hans'])].filter((locale) => !(locale in texts));
  return (
    <>
      {Object.entries(texts).map(([language, text]) => (
        <TextOfLanguage
          key={language}
          path={`${path}.${language}`}
          label={label}
          language={language}
          text={text}
        />
      ))}
      {mayUpdate && others.length > 0 && (
        <InnerField
          id={`${path}-language`}
          label={`${label}: ${formatMessage({ id: getTrad('settings.label.add') })}`}
        >
          <SingleSelect
            placeholder={formatMessage({ id: getTrad('settings.label.add') })}
            value={null}
            onChange={(language) => change(`${path}.${String(language)}`, Object.values(texts)[0] ?? '')}
          >
            {others.map((language) => (
              <SingleSelectOption key={language} value={language}>
                {language}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </InnerField>
      )}
    </>
  );
}

interface TextOfLanguageProps {
  path: string;
  label: string;
  language: string;
  text: string;
}

function TextOfLanguage({ path, label, language, text }: TextOfLanguageProps) {
  const setting = useSetting(path);
  return (
    <Flex gap={3}>
      <Typography minWidth="7rem" textColor="neutral600">
        {language}
      </Typography>
      <Flex flex="1" direction="column" alignItems="stretch">
        <InnerField id={path} label={`${label} (${language})`}>
          <TextInput
            value={text}
            disabled={setting.isReadOnly}
            onChange={({ target }: { target: { value: string } }) => setting.change(target.value)}
          />
        </InnerField>
      </Flex>
    </Flex>
  );
}
