import { lazy, Suspense } from 'react';
import { Flex, Link, Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { Overview } from '../../../../core/admin/overview';
import { useMayReadPosts } from '../../posts/use-may-read-posts';
import { getTrad } from '../../translations/get-trad';
import { postsPath } from './Counts';
import { Section } from './Section';

const BarChart = lazy(() => import('./BarChart'));

interface CategoryChartProps {
  categories: Overview['categories'];
  others: Overview['otherCategories'];
  locale: string;
}

/** Published posts of the largest categories, and of all others together; links to them for those who may read posts. */
export function CategoryChart({ categories, others, locale }: CategoryChartProps) {
  const { formatMessage } = useIntl();
  const mayReadPosts = useMayReadPosts();
  const title = formatMessage({ id: getTrad('overview.by-category') });
  const bars = categories.map(({ name, count }) => ({ name, count }));
  if (others.categories > 0) {
    const name = formatMessage({ id: getTrad('overview.others') }, { categories: others.categories });
    bars.push({ name, count: others.posts });
  }
  return (
    <Section title={title}>
      {bars.length === 0 ? (
        <Typography textColor="neutral600">{formatMessage({ id: getTrad('overview.none') })}</Typography>
      ) : (
        <Suspense fallback={<Loader />}>
          <BarChart
            title={title}
            nameTitle={formatMessage({ id: getTrad('overview.category') })}
            bars={bars}
            layout="rows"
          />
        </Suspense>
      )}
      {mayReadPosts ? (
        <Flex tag="ul" gap={4} wrap="wrap" paddingTop={3}>
          {categories.map(({ documentId, name }) => (
            <li key={documentId}>
              <Link
                tag={RouterLink}
                to={postsPath(locale, `&filters[$and][0][categories][documentId][$eq]=${documentId}`)}
              >
                {name}
              </Link>
            </li>
          ))}
        </Flex>
      ) : null}
    </Section>
  );
}
