import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { DEFAULT_SEVERITIES } from '../../../../../core/diagnostics/rules';
import { getTrad } from '../../../translations/get-trad';
import { ChoiceSetting } from '../fields/ChoiceSetting';
import { InnerField } from '../fields/InnerField';
import { SettingGroup, SettingOrigin } from '../fields/SettingField';
import { TextSetting } from '../fields/TextSetting';
import { useSetting } from '../settings-form';

const SEVERITIES = ['error', 'warning', 'info', 'off'] as const;

/** How bad each problem of a post is. */
export function RulesSection() {
  const { formatMessage } = useIntl();
  return (
    <>
      <SettingGroup title={formatMessage({ id: getTrad('settings.group.frontMatter') })}>
        <ChoiceSetting path="frontMatter.unknownKeys" choices={['keep', 'warn', 'error']} />
        <ChoiceSetting path="frontMatter.dates" choices={['jekyll', 'wall-clock']} />
        <TextSetting path="frontMatter.translationKey" />
      </SettingGroup>
      <SettingGroup title={formatMessage({ id: getTrad('settings.group.rules') })}>
        <Typography textColor="neutral600">
          {formatMessage({ id: getTrad('settings.rules.about') })}
        </Typography>
        <Box tag="ul">
          {Object.entries(DEFAULT_SEVERITIES).map(([id, severity]) => (
            <RuleRow key={id} id={id} normal={severity} />
          ))}
        </Box>
      </SettingGroup>
    </>
  );
}

function RuleRow({ id, normal }: { id: string; normal: string }) {
  const { formatMessage } = useIntl();
  const setting = useSetting(`frontMatter.rules.${id}`);
  const severityText = (severity: string): string =>
    formatMessage({ id: getTrad(`settings.severity.${severity}`) });
  return (
    <Box
      tag="li"
      paddingTop={3}
      paddingBottom={3}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="1px 0 0"
    >
      <Flex gap={6} justifyContent="space-between" alignItems="flex-start">
        <Box flex="1">
          <Typography tag="p" fontWeight="semiBold">
            {id}
          </Typography>
          <Typography tag="p" textColor="neutral600">
            {formatMessage({ id: getTrad(`settings.rule.${id}`) })}
          </Typography>
          {setting.error && (
            <Typography tag="p" textColor="danger600">
              {setting.error}
            </Typography>
          )}
          {(setting.source !== 'default' || setting.isEdited) && (
            <SettingOrigin setting={setting} label={id} />
          )}
        </Box>
        <Box width="18rem">
          <InnerField id={`frontMatter.rules.${id}`} label={id}>
            <SingleSelect
              value={typeof setting.value === 'string' ? setting.value : normal}
              disabled={setting.isReadOnly}
              onChange={(severity) => setting.change(severity === normal ? null : String(severity))}
            >
              {SEVERITIES.map((severity) => (
                <SingleSelectOption key={severity} value={severity}>
                  {severity === normal
                    ? formatMessage(
                        { id: getTrad('settings.severity.normal') },
                        { severity: severityText(severity) },
                      )
                    : severityText(severity)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </InnerField>
        </Box>
      </Flex>
    </Box>
  );
}
