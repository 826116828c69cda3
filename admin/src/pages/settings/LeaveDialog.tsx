import { Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useBlocker } from 'react-router-dom';
import { getTrad } from '../../translations/get-trad';
import { useLeaveWarning } from '../use-leave-warning';

/** Asks before another page of the admin is opened, or this one closed, with changes that are not saved. */
export function LeaveDialog({ isDirty }: { isDirty: boolean }) {
  const { formatMessage } = useIntl();
  useLeaveWarning(isDirty);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && blocker.reset()}>
      <ConfirmDialog onConfirm={() => blocker.proceed()}>
        {formatMessage({ id: getTrad('settings.leave') })}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
