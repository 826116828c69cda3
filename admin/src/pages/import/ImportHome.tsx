import { Flex } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { PLUGIN_ID } from '../../plugin-id';
import { getTrad } from '../../translations/get-trad';
import { PressLayout } from '../PressLayout';
import { ImportHistory } from './ImportHistory';
import { SendArea } from './sending/SendArea';

/** Where an import begins, and those that were. */
export function ImportHome() {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const title = formatMessage({ id: getTrad('press.import') });
  return (
    <>
      <Page.Title>{title}</Page.Title>
      <PressLayout title={title} subtitle={formatMessage({ id: getTrad('import.subtitle') })}>
        <Flex direction="column" alignItems="stretch" gap={8}>
          <SendArea onSent={(id) => navigate(`/plugins/${PLUGIN_ID}/import/${id}`)} />
          <ImportHistory />
        </Flex>
      </PressLayout>
    </>
  );
}
