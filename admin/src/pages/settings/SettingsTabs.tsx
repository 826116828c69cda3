import { Flex, Tabs } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { getTrad } from '../../translations/get-trad';
import { BackLinksSection } from './sections/BackLinksSection';
import { FeedsSection } from './sections/FeedsSection';
import { RulesSection } from './sections/RulesSection';
import { ShareSection } from './sections/ShareSection';
import { SiteSection } from './sections/SiteSection';
import { useSettingsForm } from './settings-form';
import { problemsAt } from './setting-edits';

const TABS = [
  { id: 'site', Section: SiteSection, keys: ['site', 'permalink', 'terms', 'slug', 'future'] },
  { id: 'share', Section: ShareSection, keys: ['share'] },
  { id: 'backLinks', Section: BackLinksSection, keys: ['backLinks', 'footer'] },
  { id: 'rules', Section: RulesSection, keys: ['frontMatter'] },
  { id: 'feeds', Section: FeedsSection, keys: ['feeds'] },
] as const;

/** The settings in groups; a group in which something is wrong is marked. */
export function SettingsTabs() {
  const { formatMessage } = useIntl();
  const { problems } = useSettingsForm();
  const wrong = TABS.find(({ keys }) => keys.some((key) => problemsAt(problems, key).length > 0));
  return (
    <Tabs.Root defaultValue="site" variant="simple" hasError={wrong?.id}>
      <Tabs.List aria-label={formatMessage({ id: getTrad('settings.tabs') })}>
        {TABS.map(({ id }) => (
          <Tabs.Trigger key={id} value={id}>
            {formatMessage({ id: getTrad(`settings.tab.${id}`) })}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {TABS.map(({ id, Section }) => (
        <Tabs.Content key={id} value={id}>
          <Flex direction="column" alignItems="stretch" gap={6} paddingTop={6}>
            <Section />
          </Flex>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
