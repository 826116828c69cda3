import { useState } from 'react';
import { Box, Button, DatePicker, Field, Flex, Grid, Radio, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { ExportRequest } from '../../../../core/admin/export';
import { useBeginExportMutation } from '../../api/export-api';
import type { CategoryOption } from '../../api/post-list-api';
import { CategoryChoice } from '../../categories/CategoryChoice';
import { getTrad } from '../../translations/get-trad';
import { Section } from '../overview/Section';

const STATUSES = ['all', 'published'] as const;

/** Which posts are exported. */
export function ExportForm() {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [begin, { isLoading }] = useBeginExportMutation();
  const [status, setStatus] = useState<ExportRequest['status']>('all');
  const [categories, setCategories] = useState<CategoryOption[]>([]);
  const [from, setFrom] = useState<Date>();
  const [until, setUntil] = useState<Date>();
  const isBackwards = from !== undefined && until !== undefined && from > until;
  const text = (key: string): string => formatMessage({ id: getTrad(key) });

  const run = async (): Promise<void> => {
    const result = await begin({
      status,
      categories: categories.map(({ documentId }) => documentId),
      from: dayOf(from),
      until: dayOf(until),
    });
    if (!('error' in result)) return;
    const message = formatAPIError(result.error as Parameters<typeof formatAPIError>[0]);
    toggleNotification({ type: 'danger', message });
  };

  return (
    <Section title={text('export.choose')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Box>
          <Typography variant="pi" fontWeight="bold" tag="p" id="press-export-status">
            {text('export.status')}
          </Typography>
          <Radio.Group
            aria-labelledby="press-export-status"
            value={status}
            onValueChange={(value: string) => setStatus(value as ExportRequest['status'])}
          >
            {STATUSES.map((one) => (
              <Radio.Item key={one} value={one}>
                {text(`export.status.${one}`)}
              </Radio.Item>
            ))}
          </Radio.Group>
        </Box>
        <CategoryChoice
          label={text('export.categories')}
          hint={text('export.categories-hint')}
          locale={null}
          chosen={categories}
          onChange={setCategories}
        />
        <Grid.Root gap={4}>
          <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
            <Day name="press-from" label={text('export.from')} value={from} onChange={setFrom} />
          </Grid.Item>
          <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
            <Day
              name="press-until"
              label={text('export.until')}
              value={until}
              onChange={setUntil}
              error={isBackwards ? text('export.backwards') : undefined}
            />
          </Grid.Item>
        </Grid.Root>
        <Flex gap={4} wrap="wrap">
          <Button onClick={() => void run()} loading={isLoading} disabled={isBackwards}>
            {text('export.begin')}
          </Button>
          <Typography textColor="neutral600">{text('export.may-leave')}</Typography>
        </Flex>
      </Flex>
    </Section>
  );
}

interface DayProps {
  name: string;
  label: string;
  value: Date | undefined;
  onChange: (day: Date | undefined) => void;
  error?: string;
}

function Day({ name, label, value, onChange, error }: DayProps) {
  const { formatMessage, locale } = useIntl();
  return (
    <Field.Root
      name={name}
      error={error}
      hint={formatMessage({ id: getTrad('export.day-hint') })}
      width="100%"
    >
      <Field.Label>{label}</Field.Label>
      <DatePicker
        locale={locale}
        value={value}
        onChange={onChange}
        onClear={() => onChange(undefined)}
        clearLabel={formatMessage({ id: getTrad('export.clear-day') })}
        calendarLabel={label}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

/** The day that the calendar shows, whatever the browser's time zone is. */
function dayOf(date: Date | undefined): string | null {
  if (date === undefined) return null;
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}
