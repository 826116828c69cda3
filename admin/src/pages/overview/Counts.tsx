import { Box, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { OverviewCounts } from '../../../../core/admin/overview';
import { PROBLEM_FILTER } from '../../list-view/problem-filter';
import { POST_UID } from '../../plugin-id';
import { useMayReadPosts } from '../../posts/use-may-read-posts';
import { getTrad } from '../../translations/get-trad';

const NAMES = ['published', 'drafts', 'scheduled', 'withProblems'] as const;

/** The numbers of posts, with links to all of them and to those with problems for those who may read them. */
export function Counts({ counts, locale }: { counts: OverviewCounts; locale: string }) {
  const { formatMessage, formatNumber } = useIntl();
  const mayReadPosts = useMayReadPosts();
  return (
    <Box>
      <Grid.Root gap={4} tag="dl">
        {NAMES.map((name) => (
          <Grid.Item
            key={name}
            col={3}
            s={6}
            xs={12}
            direction="column"
            alignItems="flex-start"
            background="neutral0"
            hasRadius
            shadow="tableShadow"
            padding={5}
          >
            <Typography variant="pi" textColor="neutral600" tag="dt">
              {formatMessage({ id: getTrad(`overview.${name}`) })}
            </Typography>
            <Typography variant="alpha" tag="dd">
              {formatNumber(counts[name])}
            </Typography>
          </Grid.Item>
        ))}
      </Grid.Root>
      {mayReadPosts ? (
        <Flex paddingTop={3} gap={4}>
          <Link tag={RouterLink} to={postsPath(locale)}>
            {formatMessage({ id: getTrad('overview.all-posts') })}
          </Link>
          {counts.withProblems > 0 ? (
            <Link tag={RouterLink} to={postsPath(locale, `&${PROBLEM_FILTER}`)}>
              {formatMessage({ id: getTrad('overview.problems') })}
            </Link>
          ) : null}
        </Flex>
      ) : null}
    </Box>
  );
}

/** The Content Manager's list of posts in a locale. */
export function postsPath(locale: string, filters = ''): string {
  return `/content-manager/collection-types/${POST_UID}?plugins[i18n][locale]=${encodeURIComponent(locale)}${filters}`;
}
