import { useMemo, useState } from 'react';
import { Box, Button, Field, Flex, Loader, Modal, Textarea, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { settingsFromJson } from '../../../../../core/admin/settings-json';
import { applyEdits } from '../../../../../core/diagnostics';
import {
  type OpenedText,
  useGetUploadedTextQuery,
  useWriteUploadedTextMutation,
} from '../../../api/import-api';
import { getTrad } from '../../../translations/get-trad';
import { useAnswer } from '../../../api/use-answer';
import { DiagnosticLine } from './DiagnosticLine';
import { problemsOfText } from './problems-of-text';

interface TextDialogProps {
  importId: number;
  path: string;
  onClose: () => void;
}

/** A file's text, to be changed before it is imported; its problems are looked for at each key. */
export function TextDialog({ importId, path, onClose }: TextDialogProps) {
  const { formatMessage } = useIntl();
  const { data, isError } = useGetUploadedTextQuery({ id: importId, path });
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <WideContent>
        <Modal.Header closeLabel={formatMessage({ id: getTrad('import.close') })}>
          <Modal.Title>{path}</Modal.Title>
        </Modal.Header>
        {data && data.text !== null ? (
          <TextForm importId={importId} opened={{ ...data, text: data.text }} onClose={onClose} />
        ) : (
          <Modal.Body>
            {data || isError ? (
              <Typography>{formatMessage({ id: getTrad('import.edit.unreadable') })}</Typography>
            ) : (
              <Loader>{formatMessage({ id: getTrad('import.loading') })}</Loader>
            )}
          </Modal.Body>
        )}
      </WideContent>
    </Modal.Root>
  );
}

interface TextFormProps {
  importId: number;
  opened: OpenedText & { text: string };
  onClose: () => void;
}

function TextForm({ importId, opened, onClose }: TextFormProps) {
  const { formatMessage } = useIntl();
  const { path } = opened;
  // A browser gives every line back with a line feed; the server keeps the line ends that the file has.
  const [before] = useState(() => opened.text.replace(/\r\n?/g, '\n'));
  const [text, setText] = useState(before);
  const [write, { isLoading }] = useWriteUploadedTextMutation();
  const answer = useAnswer();
  const settings = useMemo(() => settingsFromJson(opened.settings), [opened.settings]);
  const problems = useMemo(() => problemsOfText(path, text, settings), [path, text, settings]);
  const save = async (): Promise<void> => {
    if (await answer(write({ id: importId, path, text }))) onClose();
  };
  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root name="text">
            <Field.Label>{formatMessage({ id: getTrad('import.edit.text') })}</Field.Label>
            <CodeArea
              value={text}
              spellCheck={false}
              onChange={({ target }: React.ChangeEvent<HTMLTextAreaElement>) => setText(target.value)}
            />
          </Field.Root>
          <Box aria-live="polite">
            {problems.length === 0 ? (
              <Typography textColor="success700">
                {formatMessage({ id: getTrad('import.edit.no-problems') })}
              </Typography>
            ) : (
              <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
                {problems.map((problem) => (
                  <li key={`${problem.line}:${problem.column} ${problem.ruleId}`}>
                    <DiagnosticLine
                      diagnostic={problem}
                      path={path}
                      isBusy={false}
                      onFix={() => setText(applyEdits(text, problem.fix?.edits ?? []) ?? text)}
                    />
                  </li>
                ))}
              </Flex>
            )}
          </Box>
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: getTrad('import.edit.leave') })}
        </Button>
        <Button disabled={text === before} loading={isLoading} onClick={() => void save()}>
          {formatMessage({ id: getTrad('import.edit.save') })}
        </Button>
      </Modal.Footer>
    </>
  );
}

const WideContent = styled(Modal.Content)`
  max-width: 96rem;
`;

const CodeArea = styled(Textarea)`
  textarea& {
    min-height: 32rem;
    font-family: monospace;
  }
`;
