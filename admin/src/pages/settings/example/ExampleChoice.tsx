import { useState } from 'react';
import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ExamplePost } from '../../../../../core/admin/settings';
import { useFindPressExamplePostsQuery } from '../../../api/settings-api';
import { getTrad } from '../../../translations/get-trad';
import { useComboboxTexts } from '../../../translations/use-combobox-texts';
import { useDelayed } from '../use-delayed';

interface ExampleChoiceProps {
  chosen: ExamplePost | null;
  onChoose: (post: ExamplePost | null) => void;
}

const TYPING_MILLISECONDS = 300;

const keyOf = ({ documentId, locale }: ExamplePost): string => `${documentId} ${locale ?? ''}`;

/** Chooses the post of the example among published ones, by a text of their titles. */
export function ExampleChoice({ chosen, onChoose }: ExampleChoiceProps) {
  const { formatMessage } = useIntl();
  const comboboxTexts = useComboboxTexts();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const asked = useDelayed(text, TYPING_MILLISECONDS);
  const { data: found = [], isFetching } = useFindPressExamplePostsQuery(asked, { skip: !isOpen });
  const posts = chosen && !found.some((post) => keyOf(post) === keyOf(chosen)) ? [chosen, ...found] : found;
  return (
    <Field.Root name="example-post" id="settings-example-post">
      <Field.Label>{formatMessage({ id: getTrad('settings.example.choose') })}</Field.Label>
      <Combobox
        {...comboboxTexts}
        value={chosen ? keyOf(chosen) : ''}
        loading={isFetching}
        // The server has looked for the text already.
        autocomplete="none"
        onOpenChange={(open) => setIsOpen(open === true)}
        onInputChange={({ target }) => setText(target.value)}
        onChange={(key) => {
          const post = posts.find((candidate) => keyOf(candidate) === key);
          if (post) onChoose(post);
          setText('');
        }}
        onClear={() => onChoose(null)}
      >
        {posts.map((post) => (
          <ComboboxOption key={keyOf(post)} value={keyOf(post)}>
            {post.title || post.documentId}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
}
