import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';

interface ExampleLineProps {
  title: string;
  before: string | null;
  after: string | null;
  /** What is shown of `after`; all of it where absent. */
  shown?: string;
  /** With its line breaks. */
  isText?: boolean;
}

/** One thing that the settings make of the example, with a mark where saving will change it. */
export function ExampleLine({ title, before, after, shown, isText = false }: ExampleLineProps) {
  const { formatMessage } = useIntl();
  const text = shown ?? after;
  return (
    <Box>
      <Flex gap={2} justifyContent="space-between">
        <Typography fontWeight="semiBold">{title}</Typography>
        {before !== after && <Badge>{formatMessage({ id: getTrad('settings.example.changes') })}</Badge>}
      </Flex>
      <Typography
        tag={isText ? 'pre' : 'p'}
        variant="pi"
        textColor="neutral700"
        style={{ overflowWrap: 'anywhere', whiteSpace: isText ? 'pre-wrap' : 'normal' }}
      >
        {text ? (isText ? text.trim() : text) : formatMessage({ id: getTrad('settings.example.nothing') })}
      </Typography>
    </Box>
  );
}
