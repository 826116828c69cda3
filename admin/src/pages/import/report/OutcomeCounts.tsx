import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { FileOutcome, ImportOutcome, ImportSummary } from '../../../../../core/admin/import';
import { getTrad } from '../../../translations/get-trad';
import { OUTCOME_TEXTS } from './outcome-texts';

const SHOWN: readonly FileOutcome[] = [
  'created',
  'updated',
  'unchanged',
  'conflict',
  'invalid',
  'rejected',
  'ignored',
];

interface OutcomeCountsProps {
  outcome: ImportOutcome;
  step: ImportSummary['step'];
}

/** How many files came, or will come, to what. */
export function OutcomeCounts({ outcome: { counts, files, seconds }, step }: OutcomeCountsProps) {
  const { formatMessage, formatNumber } = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex tag="dl" gap={4} wrap="wrap" alignItems="stretch">
        {SHOWN.map((outcome) => (
          <Box
            key={outcome}
            background="neutral0"
            hasRadius
            shadow="tableShadow"
            padding={4}
            minWidth="12rem"
            grow={1}
          >
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {formatMessage({ id: getTrad(OUTCOME_TEXTS[outcome]) })}
            </Typography>
            <Typography
              tag="dd"
              variant="alpha"
              textColor={isTrouble(outcome) && counts[outcome] > 0 ? 'danger700' : 'neutral800'}
            >
              {formatNumber(counts[outcome])}
            </Typography>
          </Box>
        ))}
      </Flex>
      <Typography textColor="neutral600">
        {formatMessage(
          { id: getTrad(step === 'check' ? 'import.checked-in' : 'import.imported-in') },
          { files, seconds: formatNumber(seconds, { maximumFractionDigits: 1 }) },
        )}
      </Typography>
    </Flex>
  );
}

function isTrouble(outcome: FileOutcome): boolean {
  return outcome === 'conflict' || outcome === 'invalid' || outcome === 'rejected';
}
