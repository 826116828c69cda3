import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useGetPressSettingsQuery } from '../../api/settings-api';
import { PERMISSIONS } from '../../permissions';
import { getTrad } from '../../translations/get-trad';
import { SettingsEditor } from './SettingsEditor';

/** Settings → Press. */
export default function SettingsPage() {
  const { formatMessage } = useIntl();
  return (
    <Page.Protect permissions={PERMISSIONS.readSettings}>
      <Page.Title>{formatMessage({ id: getTrad('settings.title') })}</Page.Title>
      <LoadedSettings />
    </Page.Protect>
  );
}

function LoadedSettings() {
  const { data, isError } = useGetPressSettingsQuery();
  if (isError) return <Page.Error />;
  return data ? <SettingsEditor view={data} /> : <Page.Loading />;
}
