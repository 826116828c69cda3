import { useEffect, useRef, useState } from 'react';
import {
  Box,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { ArrowDown, ArrowUp, Cross, Drag } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { labelText, SHARE_NETWORKS } from '../../../../../core/links';
import { NetworkIcon } from '../../../edit-view/panels/NetworkIcon';
import { getTrad } from '../../../translations/get-trad';
import { useSetting } from '../settings-form';
import { InnerField } from './InnerField';
import { moved } from './moved';
import { SettingField } from './SettingField';
import { useSettingTexts } from './use-setting-texts';

/** The networks that readers can share on, in order: by drag, or by the buttons of each. */
export function NetworksSetting() {
  const { formatMessage, locale } = useIntl();
  const setting = useSetting('share.networks');
  const { label, hint } = useSettingTexts('share.networks');
  const networks = Array.isArray(setting.value) ? (setting.value as string[]) : [];
  const [told, setTold] = useState('');
  const [dragged, setDragged] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<{ network: string; button: string } | null>(null);

  const nameOf = (id: string): string => {
    const network = SHARE_NETWORKS.find((known) => known.id === id);
    return network ? labelText(network.label, locale) : id;
  };
  const change = (next: string[], message: string): void => {
    setting.change(next);
    setTold(message);
  };
  const move = (from: number, to: number, button?: string): void => {
    const next = moved(networks, from, to);
    const network = networks[from];
    if (button) focus.current = { network, button };
    change(
      next,
      formatMessage(
        { id: getTrad('settings.networks.moved') },
        { name: nameOf(network), place: to + 1, count: next.length },
      ),
    );
  };
  const remove = (network: string): void =>
    change(
      networks.filter((other) => other !== network),
      formatMessage({ id: getTrad('settings.networks.removed') }, { name: nameOf(network) }),
    );

  // A row that moves takes the focus with it; at the end of the list its other button gets it.
  useEffect(() => {
    if (!focus.current) return;
    const { network, button } = focus.current;
    focus.current = null;
    const row = list.current?.querySelector(`[data-network="${network}"]`);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button[data-move]') ?? [])];
    const wanted = buttons.find(({ dataset, disabled }) => dataset.move === button && !disabled);
    (wanted ?? buttons.find(({ disabled }) => !disabled))?.focus();
  }, [setting.value]);

  return (
    <SettingField setting={setting} label={label} hint={hint} isGroup>
      <Box tag="ol" ref={list} aria-label={label} borderColor="neutral200" hasRadius>
        {networks.map((network, index) => (
          <Flex
            key={network}
            tag="li"
            data-network={network}
            gap={3}
            padding={2}
            background={dragged === index ? 'primary100' : 'neutral0'}
            draggable={!setting.isReadOnly}
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event: { preventDefault: () => void }) => event.preventDefault()}
            onDrop={() => {
              if (dragged !== null && dragged !== index) move(dragged, index);
              setDragged(null);
            }}
          >
            <Drag aria-hidden width="16px" height="16px" />
            <NetworkIcon network={network} label={nameOf(network)} />
            <Box flex="1">
              <Typography>{nameOf(network)}</Typography>
            </Box>
            <Flex gap={1}>
              <IconButton
                data-move="up"
                label={formatMessage({ id: getTrad('settings.networks.up') }, { name: nameOf(network) })}
                disabled={setting.isReadOnly || index === 0}
                onClick={() => move(index, index - 1, 'up')}
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                data-move="down"
                label={formatMessage({ id: getTrad('settings.networks.down') }, { name: nameOf(network) })}
                disabled={setting.isReadOnly || index === networks.length - 1}
                onClick={() => move(index, index + 1, 'down')}
              >
                <ArrowDown />
              </IconButton>
              <IconButton
                label={formatMessage({ id: getTrad('settings.networks.remove') }, { name: nameOf(network) })}
                disabled={setting.isReadOnly}
                onClick={() => remove(network)}
              >
                <Cross />
              </IconButton>
            </Flex>
          </Flex>
        ))}
      </Box>
      {!setting.isReadOnly && (
        <InnerField id="share.networks-add" label={formatMessage({ id: getTrad('settings.networks.add') })}>
          <SingleSelect
            placeholder={formatMessage({ id: getTrad('settings.networks.add') })}
            value={null}
            onChange={(id) =>
              change(
                [...networks, String(id)],
                formatMessage({ id: getTrad('settings.networks.added') }, { name: nameOf(String(id)) }),
              )
            }
          >
            {SHARE_NETWORKS.filter(({ id }) => !networks.includes(id)).map(({ id }) => (
              <SingleSelectOption key={id} value={id}>
                {nameOf(id)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </InnerField>
      )}
      <VisuallyHidden>
        <span role="status">{told}</span>
      </VisuallyHidden>
    </SettingField>
  );
}
