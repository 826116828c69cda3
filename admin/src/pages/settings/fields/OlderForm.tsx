import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { FooterForm, LinkTemplate } from '../../../../../core/settings';
import { getTrad } from '../../../translations/get-trad';
import { FormLabel, FormText } from './OlderFormFields';

interface OlderFormProps {
  place: number;
  form: FooterForm;
  isReadOnly: boolean;
  /** @param form null takes it away. */
  onChange: (form: FooterForm | null) => void;
}

const TEXTS = ['template', 'backLink', 'separator'] as const;
const LINKS = ['category', 'home'] as const;

/** A form of the footer that older posts have; it is recognized at import, never written. */
export function OlderForm({ place, form, isReadOnly, onChange }: OlderFormProps) {
  const { formatMessage } = useIntl();
  const title = formatMessage({ id: getTrad('settings.footer.form') }, { number: place + 1 });
  const part = (name: string) => ({ title, path: `footer.read[${place}].${name}`, isReadOnly });

  const changeLink = (kind: 'category' | 'home', change: Partial<LinkTemplate>): void => {
    const link = { label: '', url: '', ...form[kind], ...change };
    const { [kind]: _old, ...others } = form;
    onChange(link.label === '' && link.url === '' ? others : { ...others, [kind]: link });
  };
  const changeText = (name: (typeof TEXTS)[number], text: string): void => {
    const { [name]: _old, ...others } = form;
    onChange({ ...others, ...(text === '' && name !== 'template' ? {} : { [name]: text }) } as FooterForm);
  };
  return (
    <Box role="group" aria-label={title} borderColor="neutral200" hasRadius padding={4}>
      <Flex justifyContent="space-between" paddingBottom={3}>
        <Typography fontWeight="semiBold">{title}</Typography>
        {!isReadOnly && (
          <Button variant="danger-light" startIcon={<Trash />} onClick={() => onChange(null)}>
            {formatMessage({ id: getTrad('settings.footer.removeForm') }, { number: place + 1 })}
          </Button>
        )}
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {TEXTS.map((name) => (
          <FormText
            key={name}
            {...part(name)}
            field={`footer.write.${name}`}
            isLong={name === 'template'}
            value={form[name] ?? ''}
            onChange={(text) => changeText(name, text)}
          />
        ))}
        {LINKS.map((kind) => (
          <Flex key={kind} gap={4} alignItems="flex-start">
            <FormLabel
              {...part(`${kind}.label`)}
              field={`backLinks.${kind}.label`}
              value={form[kind]?.label ?? ''}
              onChange={(label) => changeLink(kind, { label })}
            />
            <FormText
              {...part(`${kind}.url`)}
              field={`backLinks.${kind}.url`}
              value={form[kind]?.url ?? ''}
              onChange={(url) => changeLink(kind, { url })}
            />
          </Flex>
        ))}
      </Flex>
    </Box>
  );
}
