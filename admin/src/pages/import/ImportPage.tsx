import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { PERMISSIONS } from '../../permissions';
import { getTrad } from '../../translations/get-trad';
import { PressLayout } from '../PressLayout';

export default function ImportPage() {
  const { formatMessage } = useIntl();
  const title = formatMessage({ id: getTrad('press.import') });
  return (
    <Page.Protect permissions={PERMISSIONS.importPosts}>
      <Page.Title>{title}</Page.Title>
      <PressLayout title={title}>{null}</PressLayout>
    </Page.Protect>
  );
}
