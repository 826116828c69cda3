import { useState } from 'react';
import { Combobox, ComboboxOption, Field, Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useGetCategoryOptionsQuery, type CategoryOption } from '../api/post-list-api';
import { getTrad } from '../translations/get-trad';
import { useComboboxTexts } from '../translations/use-combobox-texts';

interface CategoryChoiceProps {
  label: string;
  hint?: string;
  /** Null for the default one. */
  locale: string | null;
  chosen: CategoryOption[];
  onChange: (chosen: CategoryOption[]) => void;
}

/** Any number of categories, found by their names. */
export function CategoryChoice({ label, hint, locale, chosen, onChange }: CategoryChoiceProps) {
  const { formatMessage } = useIntl();
  const comboboxTexts = useComboboxTexts();
  const [search, setSearch] = useState('');
  const { data: options = [] } = useGetCategoryOptionsQuery({ search, locale });
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root name="press-category" hint={hint}>
        <Field.Label>{label}</Field.Label>
        <Combobox
          {...comboboxTexts}
          value=""
          textValue={search}
          onTextValueChange={(value) => setSearch(value ?? '')}
          onChange={(value) => {
            const option = options.find(({ documentId }) => documentId === value);
            if (option && !chosen.some(({ documentId }) => documentId === value))
              onChange([...chosen, option]);
            setSearch('');
          }}
          placeholder={formatMessage({ id: getTrad('list.choose-category') })}
        >
          {options.map(({ documentId, name }) => (
            <ComboboxOption key={documentId} value={documentId}>
              {name ?? documentId}
            </ComboboxOption>
          ))}
        </Combobox>
        <Field.Hint />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        {chosen.map(({ documentId, name }) => (
          <Tag
            key={documentId}
            icon={<Cross />}
            label={formatMessage({ id: getTrad('list.take-out') }, { name: name ?? documentId })}
            onClick={() => onChange(chosen.filter((one) => one.documentId !== documentId))}
          >
            {name ?? documentId}
          </Tag>
        ))}
      </Flex>
    </Flex>
  );
}
