import { useState } from 'react';
import { Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useGetOverviewQuery } from '../../api/overview-api';
import { getTrad } from '../../translations/get-trad';
import { AllowedPage } from '../AllowedPage';
import { PressLayout } from '../PressLayout';
import { CategoryChart } from './CategoryChart';
import { Counts } from './Counts';
import { MonthChart } from './MonthChart';
import { Problems } from './Problems';
import { RecentImports } from './RecentImports';
import { RunningJobs } from './RunningJobs';

/** `/plugins/press`: what there is, what is going on, and what needs somebody. */
export default function OverviewPage() {
  const { formatMessage } = useIntl();
  const title = formatMessage({ id: getTrad('press.overview') });
  return (
    <AllowedPage path="">
      <Page.Title>{title}</Page.Title>
      <OverviewContent title={title} />
    </AllowedPage>
  );
}

function OverviewContent({ title }: { title: string }) {
  const { formatMessage } = useIntl();
  const [locale, setLocale] = useState<string | null>(null);
  const { data, isError } = useGetOverviewQuery({ locale }, { refetchOnMountOrArgChange: true });
  const choice =
    data && data.locales.length > 1 ? (
      <SingleSelect
        aria-label={formatMessage({ id: getTrad('overview.locale') })}
        value={data.locale}
        onChange={(value) => setLocale(String(value))}
      >
        {data.locales.map((code) => (
          <SingleSelectOption key={code} value={code}>
            {code}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    ) : null;
  return (
    <PressLayout
      title={title}
      subtitle={formatMessage({ id: getTrad('overview.subtitle') })}
      primaryAction={choice}
    >
      {isError ? <Page.Error /> : null}
      {!data && !isError ? <Page.Loading /> : null}
      {data ? (
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Counts counts={data.counts} locale={data.locale} />
          <RunningJobs />
          <MonthChart months={data.months} />
          <CategoryChart categories={data.categories} others={data.otherCategories} locale={data.locale} />
          <Problems problems={data.problems} locale={data.locale} />
          <RecentImports />
        </Flex>
      ) : null}
    </PressLayout>
  );
}
