import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { getTrad } from '../../translations/get-trad';
import { Notice } from '../Notice';
import { usePostForm } from '../post-form';
import { useOutlook } from '../use-outlook';
import { PreviewDialog } from './PreviewDialog';

/** How long the text is, from when readers see it, and a look at it as they will. */
export default function PreviewPanel() {
  const { formatMessage, formatDate } = useIntl();
  const form = usePostForm('PreviewPanel');
  const { outlook } = useOutlook(form);
  const [isOpen, setOpen] = useState(false);
  if (!outlook) return <Typography>{formatMessage({ id: getTrad('panels.loading') })}</Typography>;
  const { words, minutes, visibleFrom } = outlook;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>
        {formatMessage({ id: getTrad('panels.words') }, { words })}
        {' · '}
        {formatMessage({ id: getTrad('panels.minutes') }, { minutes })}
      </Typography>
      {visibleFrom ? (
        <Notice variant="warning" title={formatMessage({ id: getTrad('panels.scheduled') })}>
          {formatMessage(
            { id: getTrad('panels.visible-from') },
            { date: formatDate(visibleFrom, { dateStyle: 'long', timeStyle: 'short' }) },
          )}
        </Notice>
      ) : null}
      <Button variant="tertiary" startIcon={<Eye />} onClick={() => setOpen(true)} fullWidth>
        {formatMessage({ id: getTrad('panels.preview-open') })}
      </Button>
      {isOpen ? <PreviewDialog form={form} onClose={() => setOpen(false)} /> : null}
    </Flex>
  );
}
