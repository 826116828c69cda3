import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';
import { ChoiceSetting } from '../fields/ChoiceSetting';
import { PermalinkSetting } from '../fields/PermalinkSetting';
import { SettingGroup } from '../fields/SettingField';
import { TextSetting } from '../fields/TextSetting';
import { TimeZoneSetting } from '../fields/TimeZoneSetting';
import { ToggleSetting } from '../fields/ToggleSetting';

/** The site, and the addresses of its posts. */
export function SiteSection() {
  const { formatMessage } = useIntl();
  return (
    <>
      <SettingGroup title={formatMessage({ id: getTrad('settings.group.site') })}>
        <TextSetting path="site.url" placeholder="https://paper.example" />
        <TextSetting path="site.title" />
        <TimeZoneSetting />
        <TextSetting path="site.language" placeholder="zh-CN" />
        <TextSetting path="site.baseurl" />
      </SettingGroup>
      <SettingGroup title={formatMessage({ id: getTrad('settings.group.addresses') })}>
        <PermalinkSetting />
        <TextSetting path="terms.tagUrl" placeholder="/tag/{slug}" />
        <ChoiceSetting path="terms.termFrom" choices={['name', 'slug']} />
        <ChoiceSetting path="slug.transliterate" choices={['pinyin', 'none']} />
        <ToggleSetting path="future" />
      </SettingGroup>
    </>
  );
}
