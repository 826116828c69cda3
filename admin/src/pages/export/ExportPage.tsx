import { Flex } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { getTrad } from '../../translations/get-trad';
import { AllowedPage } from '../AllowedPage';
import { PressLayout } from '../PressLayout';
import { ExportForm } from './ExportForm';
import { ExportHistory } from './ExportHistory';

/** `/plugins/press/export`: taking the site out again, and what differs from what came in. */
export default function ExportPage() {
  const { formatMessage } = useIntl();
  const title = formatMessage({ id: getTrad('press.export') });
  return (
    <AllowedPage path="/export">
      <Page.Title>{title}</Page.Title>
      <PressLayout title={title} subtitle={formatMessage({ id: getTrad('export.subtitle') })}>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <ExportForm />
          <ExportHistory />
        </Flex>
      </PressLayout>
    </AllowedPage>
  );
}
