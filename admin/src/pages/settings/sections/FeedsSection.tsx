import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';
import { NumberSetting } from '../fields/NumberSetting';
import { SettingGroup } from '../fields/SettingField';
import { TextSetting } from '../fields/TextSetting';
import { ToggleSetting } from '../fields/ToggleSetting';

/** Feeds and sitemaps. */
export function FeedsSection() {
  const { formatMessage } = useIntl();
  return (
    <SettingGroup title={formatMessage({ id: getTrad('settings.group.feeds') })}>
      <TextSetting path="feeds.url" placeholder="https://cms.example/api/press" />
      <NumberSetting path="feeds.limit" />
      <TextSetting path="feeds.cacheControl" />
      <ToggleSetting path="feeds.content" />
      <ToggleSetting path="feeds.links" />
    </SettingGroup>
  );
}
