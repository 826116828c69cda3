import { useEffect, useRef } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { getTrad } from '../../../translations/get-trad';
import { WorkBar } from '../../../jobs/WorkBar';
import type { Sending } from './useSendFiles';

interface SendProgressProps {
  sending: Extract<Sending, { step: 'reading' | 'packing' | 'sending' }>;
  onStop: () => void;
}

/** How far files are on their way to the server. */
export function SendProgress({ sending, onStop }: SendProgressProps) {
  const { formatMessage, formatNumber } = useIntl();
  const stopButton = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; what can be done now is to stop.
  useEffect(() => stopButton.current?.focus(), []);
  const step = {
    reading: formatMessage({ id: getTrad('import.reading') }),
    packing: formatMessage({ id: getTrad('import.packing') }),
    sending: formatMessage({ id: getTrad('import.sending') }),
  }[sending.step];
  const part = 'total' in sending && sending.total > 0 ? sending.done / sending.total : 0;
  return (
    <Flex direction="column" gap={4}>
      <Typography variant="delta" tag="h2" role="status">
        {step}
      </Typography>
      <WorkBar part={part} label={step} />
      <Typography textColor="neutral600">
        {sending.step === 'packing'
          ? formatMessage({ id: getTrad('import.of-files') }, { done: sending.done, total: sending.total })
          : formatNumber(part, { style: 'percent' })}
      </Typography>
      <Typography textColor="neutral600">{formatMessage({ id: getTrad('import.stay') })}</Typography>
      <Button ref={stopButton} variant="tertiary" onClick={onStop}>
        {formatMessage({ id: getTrad('import.stop-sending') })}
      </Button>
    </Flex>
  );
}
