import type { ReactNode } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { getTrad } from '../translations/get-trad';

/** A post that an action could not change, and why. */
export interface LeftPost {
  documentId: string;
  title: string | null;
  reason: string;
}

interface ChosenPostsDialogProps {
  /** What will be done with the posts. */
  text: string;
  /** What the button says that does it. */
  action: string;
  isRunning: boolean;
  isDisabled?: boolean;
  left?: readonly LeftPost[];
  onRun: () => void;
  onClose: () => void;
  /** What can be chosen. */
  children?: ReactNode;
}

/** What is said and asked before something is done with posts that were chosen in the list, and what could not be done. */
export function ChosenPostsDialog(props: ChosenPostsDialogProps) {
  const { text, action, isRunning, isDisabled = false, left = [], onRun, onClose, children } = props;
  const { formatMessage } = useIntl();
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{text}</Typography>
          {children}
          {left.map(({ documentId, title, reason }) => (
            <Typography key={documentId} textColor="danger600" role="alert">
              {title || documentId}: {reason}
            </Typography>
          ))}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: getTrad('list.cancel') })}
        </Button>
        <Button onClick={onRun} loading={isRunning} disabled={isDisabled}>
          {action}
        </Button>
      </Modal.Footer>
    </>
  );
}
