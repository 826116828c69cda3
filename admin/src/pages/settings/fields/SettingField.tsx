import type { ReactNode } from 'react';
import { Box, Field, Flex, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';
import type { Setting } from '../settings-form';

interface SettingFieldProps {
  setting: Setting;
  label: string;
  hint?: ReactNode;
  /** Whether it has several inputs, each in an `InnerField`. */
  isGroup?: boolean;
  children: ReactNode;
}

/** The frame of a setting: its label, where its value comes from, the way back, and what is wrong with it. */
export function SettingField({ setting, label, hint, isGroup = false, children }: SettingFieldProps) {
  return (
    <Field.Root
      name={setting.path}
      id={`setting-${setting.path}`}
      error={setting.error}
      hint={hint}
      width="100%"
      {...(isGroup ? { role: 'group', 'aria-label': label } : {})}
    >
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Hint />
      <Field.Error />
      <SettingOrigin setting={setting} label={label} />
    </Field.Root>
  );
}

/** Where a value comes from, and what takes it back to what lies below. */
export function SettingOrigin({ setting, label }: { setting: Setting; label: string }) {
  const { formatMessage } = useIntl();
  const { source, belowSource, isReadOnly, isEdited } = setting;
  const back = formatMessage({ id: getTrad(`settings.back.${belowSource}`) });
  return (
    <Flex gap={3} wrap="wrap">
      <Typography variant="pi" textColor={source === 'file' ? 'neutral800' : 'neutral600'}>
        {formatMessage({ id: getTrad(`settings.source.${source}`) })}
      </Typography>
      {isEdited && (
        <Typography variant="pi" textColor="neutral800" fontWeight="bold">
          {formatMessage({ id: getTrad('settings.unsaved') })}
        </Typography>
      )}
      {source === 'admin' && !isReadOnly && (
        <TextButton type="button" onClick={() => setting.change(null)} aria-label={`${label}: ${back}`}>
          {back}
        </TextButton>
      )}
    </Flex>
  );
}

/** Settings that belong together, below a heading. */
export function SettingGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
}
