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
import { useSettingsForm } from '../settings-form';
import { InnerField } from './InnerField';

interface LabelInputProps {
  /** Unlike that of any other input. */
  id: string;
  /** What it is called. */
  label: string;
  value: Label;
  isReadOnly: boolean;
  /** Whether the text of one language cannot be changed. */
  isTextReadOnly: (language: string) => boolean;
  onChange: (value: Label) => void;
  onTextChange: (language: string, text: string) => void;
}

/** The inputs of a text for readers: one for all languages, or one by language. */
export function LabelInput({ value, isReadOnly, onChange, ...texts }: LabelInputProps) {
  const { formatMessage } = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {typeof value === 'string' ? (
        <TextInput
          aria-label={texts.label}
          value={value}
          disabled={isReadOnly}
          onChange={({ target }: { target: { value: string } }) => onChange(target.value)}
        />
      ) : (
        <TextsByLanguage {...texts} value={value} />
      )}
      <Checkbox
        checked={typeof value === 'string'}
        disabled={isReadOnly}
        onCheckedChange={(checked) => onChange(checked === true ? firstText(value) : byLanguage(value))}
      >
        {formatMessage({ id: getTrad('settings.label.one') })}
      </Checkbox>
    </Flex>
  );
}

function firstText(value: Label): string {
  return typeof value === 'string' ? value : (Object.values(value)[0] ?? '');
}

function byLanguage(value: Label): Label {
  return typeof value === 'string' ? { en: value } : value;
}

interface TextsByLanguageProps extends Omit<LabelInputProps, 'value' | 'isReadOnly' | 'onChange'> {
  value: Record<string, string>;
}

function TextsByLanguage({ id, label, value, isTextReadOnly, onTextChange }: TextsByLanguageProps) {
  const { formatMessage } = useIntl();
  const { locales } = useSettingsForm();
  const others = [...new Set([...locales, 'en', 'zh-Hans'])].filter(
    (locale) => !(locale in value) && !isTextReadOnly(locale),
  );
  const add = formatMessage({ id: getTrad('settings.label.add') });
  return (
    <>
      {Object.entries(value).map(([language, text]) => (
        <Flex key={language} gap={3}>
          <Typography minWidth="7rem" textColor="neutral600">
            {language}
          </Typography>
          <Flex flex="1" direction="column" alignItems="stretch">
            <InnerField id={`${id}.${language}`} label={`${label} (${language})`}>
              <TextInput
                value={text}
                disabled={isTextReadOnly(language)}
                onChange={({ target }: { target: { value: string } }) => onTextChange(language, target.value)}
              />
            </InnerField>
          </Flex>
        </Flex>
      ))}
      {others.length > 0 && (
        <InnerField id={`${id}-language`} label={`${label}: ${add}`}>
          <SingleSelect
            placeholder={add}
            value={null}
            onChange={(language) => onTextChange(String(language), firstText(value))}
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
