import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';
import { FooterSetting } from '../fields/FooterSetting';
import { LabelSetting } from '../fields/LabelSetting';
import { SettingGroup } from '../fields/SettingField';
import { TextSetting } from '../fields/TextSetting';

/** The links under a post that lead back, and the block of text in which a site writes them. */
export function BackLinksSection() {
  const { formatMessage } = useIntl();
  return (
    <>
      <SettingGroup title={formatMessage({ id: getTrad('settings.group.backLinks') })}>
        <LabelSetting path="backLinks.category.label" />
        <TextSetting path="backLinks.category.url" />
        <LabelSetting path="backLinks.home.label" />
        <TextSetting path="backLinks.home.url" />
        <TextSetting path="backLinks.separator" mayBeEmpty />
      </SettingGroup>
      <SettingGroup title={formatMessage({ id: getTrad('settings.group.footer') })}>
        <FooterSetting />
      </SettingGroup>
    </>
  );
}
