import { Button, Flex, Toggle } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { FooterForm } from '../../../../../core/settings';
import { getTrad } from '../../../translations/get-trad';
import { useSetting } from '../settings-form';
import { ChoiceSetting } from './ChoiceSetting';
import { OlderForm } from './OlderForm';
import { SettingField, SettingOrigin } from './SettingField';
import { TextSetting } from './TextSetting';
import { useSettingTexts } from './use-setting-texts';

const FIRST_TEMPLATE = '\n\n<{share}>\n\n{backLinks}';

/** The block that the site writes under each post. */
export function FooterSetting() {
  const { formatMessage } = useIntl();
  const setting = useSetting('footer');
  const { label, hint } = useSettingTexts('footer');
  const isOn = setting.value !== null && setting.value !== undefined;
  return (
    <>
      <SettingField
        setting={{ ...setting, error: undefined, isEdited: setting.isEdited && !setting.isReadOnly }}
        label={label}
        hint={hint}
      >
        <Toggle
          checked={isOn}
          disabled={setting.isReadOnly}
          onLabel={formatMessage({ id: getTrad('settings.yes') })}
          offLabel={formatMessage({ id: getTrad('settings.no') })}
          onChange={({ target }) =>
            setting.change(target.checked ? { write: { template: FIRST_TEMPLATE } } : null)
          }
        />
      </SettingField>
      {isOn && (
        <>
          <TextSetting path="footer.write.template" isLong />
          <TextSetting path="footer.write.backLink" placeholder="[{label}]({url})" />
          <TextSetting path="footer.write.separator" />
          <ChoiceSetting path="footer.onExport" choices={['keep', 'current']} />
          <OlderForms />
        </>
      )}
    </>
  );
}

function OlderForms() {
  const { formatMessage } = useIntl();
  const setting = useSetting('footer.read');
  const { label } = useSettingTexts('footer.read');
  const forms = Array.isArray(setting.value) ? (setting.value as FooterForm[]) : [];
  return (
    <Flex direction="column" alignItems="stretch" gap={4} role="group" aria-label={label}>
      {forms.map((form, index) => (
        <OlderForm
          // Forms have nothing but their place.
          key={index}
          place={index}
          form={form}
          isReadOnly={setting.isReadOnly}
          onChange={(next) =>
            setting.change(
              next === null
                ? forms.filter((_form, other) => other !== index)
                : forms.map((old, other) => (other === index ? next : old)),
            )
          }
        />
      ))}
      <SettingOrigin setting={setting} label={label} />
      {!setting.isReadOnly && (
        <Flex>
          <Button
            variant="secondary"
            startIcon={<Plus />}
            onClick={() => setting.change([...forms, { template: FIRST_TEMPLATE }])}
          >
            {formatMessage({ id: getTrad('settings.footer.addForm') })}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
