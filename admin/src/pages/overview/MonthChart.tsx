import { lazy, Suspense, useState } from 'react';
import { Loader, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Overview } from '../../../../core/admin/overview';
import { getTrad } from '../../translations/get-trad';
import { Section } from './Section';
import { monthBars } from './month-bars';

const BarChart = lazy(() => import('./BarChart'));

/** Published posts by month: the last 24 months, or those of a year. */
export function MonthChart({ months }: { months: Overview['months'] }) {
  const { formatMessage, formatDate } = useIntl();
  const [year, setYear] = useState<number | null>(null);
  const years = [...new Set(months.map((month) => month.year))];
  const bars = monthBars(months, year).map(({ year: of, month, count }) => ({
    name: formatDate(new Date(Date.UTC(of, month - 1, 1)), {
      year: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }),
    count,
  }));
  const choice =
    years.length > 1 ? (
      <SingleSelect
        size="S"
        aria-label={formatMessage({ id: getTrad('overview.year') })}
        value={year === null ? 'latest' : String(year)}
        onChange={(value) => setYear(value === 'latest' ? null : Number(value))}
      >
        <SingleSelectOption value="latest">
          {formatMessage({ id: getTrad('overview.latest-months') })}
        </SingleSelectOption>
        {years.map((of) => (
          <SingleSelectOption key={of} value={String(of)}>
            {String(of)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    ) : null;
  const title = formatMessage({ id: getTrad('overview.by-month') });
  return (
    <Section title={title} action={choice}>
      {bars.length === 0 ? (
        <Typography textColor="neutral600">{formatMessage({ id: getTrad('overview.none') })}</Typography>
      ) : (
        <Suspense fallback={<Loader />}>
          <BarChart
            title={title}
            nameTitle={formatMessage({ id: getTrad('overview.month') })}
            bars={bars}
            layout="columns"
          />
        </Suspense>
      )}
    </Section>
  );
}
