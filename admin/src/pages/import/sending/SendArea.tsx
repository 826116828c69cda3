import { useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import { Alert, Box, Button, Flex, Typography } from '@strapi/design-system';
import { CloudUpload, File, Folder } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { getTrad } from '../../../translations/get-trad';
import { chosenFiles, droppedFiles } from './dropped-files';
import { SendProgress } from './SendProgress';
import { useSendFiles } from './useSendFiles';

/** Where a folder, files or a zip file are dropped or chosen, and how far they are on their way. */
export function SendArea({ onSent }: { onSent: (id: number) => void }) {
  const { formatMessage } = useIntl();
  const { sending, isBusy, send, stop, dismiss } = useSendFiles(onSent);
  const [isOver, setOver] = useState(false);
  const folderInput = useRef<HTMLInputElement>(null);
  const fileInput = useRef<HTMLInputElement>(null);

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!isBusy) void send(droppedFiles(event.dataTransfer));
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    if (target.files && target.files.length > 0) void send(chosenFiles(target.files));
    // The same files can be chosen again.
    target.value = '';
  };

  return (
    <DropBox
      hasRadius
      background={isOver ? 'primary100' : 'neutral0'}
      borderColor={isOver ? 'primary600' : 'neutral300'}
      padding={8}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(!isBusy);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {sending.step === 'refused' ? (
        <Box paddingBottom={4} role="alert">
          <Alert
            variant="danger"
            title={formatMessage({ id: getTrad('import.refused') })}
            closeLabel={formatMessage({ id: getTrad('import.close') })}
            onClose={dismiss}
          >
            {sending.why}
          </Alert>
        </Box>
      ) : null}
      {sending.step === 'idle' || sending.step === 'refused' ? (
        <Flex direction="column" gap={4}>
          <CloudUpload width="4.8rem" height="4.8rem" fill="primary600" aria-hidden />
          <Typography variant="delta" tag="h2">
            {formatMessage({ id: getTrad('import.drop') })}
          </Typography>
          <Typography textColor="neutral600" textAlign="center">
            {formatMessage({ id: getTrad('import.drop.hint') })}
          </Typography>
          <Flex gap={2} wrap="wrap" justifyContent="center">
            <Button startIcon={<Folder />} onClick={() => folderInput.current?.click()}>
              {formatMessage({ id: getTrad('import.choose.folder') })}
            </Button>
            <Button variant="secondary" startIcon={<File />} onClick={() => fileInput.current?.click()}>
              {formatMessage({ id: getTrad('import.choose.files') })}
            </Button>
          </Flex>
        </Flex>
      ) : (
        <SendProgress sending={sending} onStop={stop} />
      )}
      <input
        ref={folderInput}
        type="file"
        hidden
        multiple
        onChange={choose}
        {...FOLDERS}
        data-press="folder"
      />
      <input ref={fileInput} type="file" hidden multiple onChange={choose} data-press="files" />
    </DropBox>
  );
}

/** Makes an input choose a folder; React's types do not know the attribute. */
const FOLDERS = { webkitdirectory: '' };

const DropBox = styled(Box)`
  border-style: dashed;
  border-width: 2px;
`;
