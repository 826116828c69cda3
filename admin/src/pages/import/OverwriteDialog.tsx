import { Button, Dialog } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { getTrad } from '../../translations/get-trad';

interface OverwriteDialogProps {
  isOpen: boolean;
  conflicts: number;
  onChoose: (overwrite: boolean) => void;
  onClose: () => void;
}

/** Asks what becomes of posts that were changed here and in their files. */
export function OverwriteDialog({ isOpen, conflicts, onChoose, onClose }: OverwriteDialogProps) {
  const { formatMessage } = useIntl();
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Content>
        <Dialog.Header>{formatMessage({ id: getTrad('import.conflicts') })}</Dialog.Header>
        <Dialog.Body>
          {formatMessage({ id: getTrad('import.conflicts.what') }, { count: conflicts })}
        </Dialog.Body>
        <Dialog.Footer>
          <Button fullWidth variant="danger-light" onClick={() => onChoose(true)}>
            {formatMessage({ id: getTrad('import.conflicts.overwrite') })}
          </Button>
          <Button fullWidth onClick={() => onChoose(false)}>
            {formatMessage({ id: getTrad('import.conflicts.keep') })}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
