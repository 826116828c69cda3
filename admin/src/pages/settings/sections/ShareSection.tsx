import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';
import { MapSetting } from '../fields/MapSetting';
import { NetworksSetting } from '../fields/NetworksSetting';
import { SettingGroup } from '../fields/SettingField';
import { TextSetting } from '../fields/TextSetting';

/** What readers share, and where. */
export function ShareSection() {
  const { formatMessage } = useIntl();
  return (
    <>
      <SettingGroup title={formatMessage({ id: getTrad('settings.group.networks') })}>
        <NetworksSetting />
        <TextSetting path="share.mastodonInstance" placeholder="mastodon.social" />
      </SettingGroup>
      <SettingGroup title={formatMessage({ id: getTrad('settings.group.shareUrl') })}>
        <TextSetting path="share.url" placeholder="https://paper.example/share{?post.slug}" />
        <MapSetting path="share.variables" />
        <MapSetting path="share.utm" />
      </SettingGroup>
    </>
  );
}
