import { useRef, useState } from 'react';
import { Box, Button, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';
import { useSetting, useSettingsForm, type Setting } from '../settings-form';
import { InnerField } from './InnerField';
import { SettingField } from './SettingField';
import { useSettingTexts } from './use-setting-texts';

/** A setting that is a map of texts by names of the site's own. */
export function MapSetting({ path }: { path: string }) {
  const { formatMessage } = useIntl();
  const { mayUpdate } = useSettingsForm();
  const setting = useSetting(path);
  const { label, hint } = useSettingTexts(path);
  const entries = Object.entries((setting.value ?? {}) as Record<string, string>);
  return (
    <SettingField setting={setting} label={label} hint={hint} isGroup>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {entries.length === 0 && (
          <Typography textColor="neutral600">
            {formatMessage({ id: getTrad('settings.map.empty') })}
          </Typography>
        )}
        {entries.map(([name, text]) => (
          <MapEntry key={name} path={`${path}.${name}`} name={name} text={text} label={label} />
        ))}
        {mayUpdate && <NewEntry setting={setting} label={label} names={entries.map(([name]) => name)} />}
      </Flex>
    </SettingField>
  );
}

interface MapEntryProps {
  path: string;
  name: string;
  text: string;
  label: string;
}

function MapEntry({ path, name, text, label }: MapEntryProps) {
  const { formatMessage } = useIntl();
  const setting = useSetting(path);
  return (
    <Flex gap={3}>
      <Typography minWidth="9rem" fontWeight="semiBold">
        {name}
      </Typography>
      <Flex flex="1" direction="column" alignItems="stretch">
        <InnerField id={path} label={`${label}: ${name}`}>
          <TextInput
            value={text}
            disabled={setting.isReadOnly}
            onChange={({ target }: { target: { value: string } }) => setting.change(target.value)}
          />
        </InnerField>
      </Flex>
      <IconButton
        label={formatMessage({ id: getTrad('settings.map.remove') }, { name })}
        disabled={setting.isReadOnly}
        onClick={() => setting.change(null)}
      >
        <Trash />
      </IconButton>
    </Flex>
  );
}

function NewEntry({ setting, label, names }: { setting: Setting; label: string; names: string[] }) {
  const { formatMessage } = useIntl();
  const { change } = useSettingsForm();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const nameLabel = formatMessage({ id: getTrad('settings.map.name') });
  const textLabel = formatMessage({ id: getTrad('settings.map.text') });
  const isReady = /^[^.\s]+$/.test(name) && !names.includes(name);
  const add = (): void => {
    change(`${setting.path}.${name}`, text);
    setName('');
    setText('');
    first.current?.focus();
  };
  return (
    <Flex gap={3}>
      <Box width="12rem">
        <InnerField id={`${setting.path}-new-name`} label={`${label}: ${nameLabel}`}>
          <TextInput
            ref={first}
            placeholder={nameLabel}
            value={name}
            onChange={({ target }: { target: { value: string } }) => setName(target.value)}
          />
        </InnerField>
      </Box>
      <Flex flex="1" direction="column" alignItems="stretch">
        <InnerField id={`${setting.path}-new-text`} label={`${label}: ${textLabel}`}>
          <TextInput
            placeholder={textLabel}
            value={text}
            onChange={({ target }: { target: { value: string } }) => setText(target.value)}
          />
        </InnerField>
      </Flex>
      <Button variant="secondary" startIcon={<Plus />} disabled={!isReady} onClick={add}>
        {formatMessage({ id: getTrad('settings.map.add') })}
      </Button>
    </Flex>
  );
}
