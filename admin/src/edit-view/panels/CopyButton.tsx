import { IconButton } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { getTrad } from '../../translations/get-trad';

/** Copies an address. @param name of what is copied, for the button's label. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const { formatMessage } = useIntl();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const onClick = (): void => {
    void copy(text).then((done) =>
      toggleNotification({
        type: done ? 'success' : 'warning',
        message: formatMessage({ id: getTrad(done ? 'panels.copied' : 'panels.not-copied') }),
      }),
    );
  };
  return (
    <IconButton
      variant="ghost"
      size="XS"
      label={formatMessage({ id: getTrad('panels.copy') }, { name })}
      onClick={onClick}
    >
      <Duplicate />
    </IconButton>
  );
}
