import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { PERMISSIONS } from '../../permissions';
import { getTrad } from '../../translations/get-trad';
import { PressLayout } from '../PressLayout';

export default function OverviewPage() {
  const { formatMessage } = useIntl();
  const title = formatMessage({ id: getTrad('press.overview') });
  return (
    <Page.Protect permissions={PERMISSIONS.seeOverview}>
      <Page.Title>{title}</Page.Title>
      <PressLayout title={title}>{null}</PressLayout>
    </Page.Protect>
  );
}
