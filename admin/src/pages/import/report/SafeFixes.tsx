import { Button, Flex, Typography } from '@strapi/design-system';
import { Magic } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { ImportDetail, ImportOutcome } from '../../../../../core/admin/import';
import { useFixImportMutation } from '../../../api/import-api';
import { getTrad } from '../../../translations/get-trad';
import { useAnswer } from '../../../api/use-answer';

interface SafeFixesProps {
  run: ImportDetail;
  outcome: ImportOutcome;
}

/** Makes all safe fixes of a check at once, and says what the last time made. */
export function SafeFixes({ run, outcome: { fixable, fixed, kinds } }: SafeFixesProps) {
  const { formatMessage } = useIntl();
  const [fix, { isLoading }] = useFixImportMutation();
  const answer = useAnswer();
  const left = kinds === null ? 0 : kinds.error + kinds.conflict + kinds.note;
  // What is still fixable after all fixes were made is what they did not solve.
  const canFix = run.step === 'check' && run.hasFiles && fixable > 0 && (fixed === null || run.editedSince);
  if (fixed === null && !canFix) return null;
  return (
    <Flex gap={4} wrap="wrap" justifyContent="space-between">
      {fixed === null ? (
        <Typography textColor="neutral600">
          {formatMessage({ id: getTrad('import.fix-all.what') })}
        </Typography>
      ) : (
        <Typography role="status">
          {formatMessage({ id: getTrad('import.fix-all.done') }, { ...fixed, left })}
        </Typography>
      )}
      {canFix ? (
        <Button
          variant="secondary"
          startIcon={<Magic />}
          loading={isLoading}
          onClick={() => void answer(fix(run.id))}
        >
          {formatMessage({ id: getTrad('import.fix-all') }, { files: fixable })}
        </Button>
      ) : null}
    </Flex>
  );
}
