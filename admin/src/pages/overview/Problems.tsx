import { useState } from 'react';
import { Accordion, Box, Button, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { PROBLEM_PAGE, type RuleProblems } from '../../../../core/admin/overview';
import { useGetProblemPostsQuery } from '../../api/overview-api';
import { useDiagnosticTexts } from '../../edit-view/diagnostic-texts';
import { SeverityBadge } from '../../badges/SeverityBadge';
import { POST_UID } from '../../plugin-id';
import { useMayReadPosts } from '../../posts/use-may-read-posts';
import { getTrad } from '../../translations/get-trad';
import { Section } from './Section';

/** Posts with problems by the rule that they break; each leads to its form those who may read posts. */
export function Problems({ problems, locale }: { problems: RuleProblems[]; locale: string }) {
  const { formatMessage } = useIntl();
  const [open, setOpen] = useState('');
  return (
    <Section title={formatMessage({ id: getTrad('overview.problems') })}>
      {problems.length === 0 ? (
        <Typography textColor="neutral600">
          {formatMessage({ id: getTrad('overview.no-problems') })}
        </Typography>
      ) : (
        <Accordion.Root value={open} onValueChange={setOpen}>
          {problems.map(({ ruleId, severity, posts }) => (
            <Accordion.Item key={ruleId} value={ruleId}>
              <Accordion.Header>
                <Accordion.Trigger>
                  <Flex gap={3} wrap="wrap">
                    <SeverityBadge severity={severity} />
                    <Typography>{ruleId}</Typography>
                    <Typography textColor="neutral600">
                      {formatMessage({ id: getTrad('overview.posts-with-problem') }, { posts })}
                    </Typography>
                  </Flex>
                </Accordion.Trigger>
              </Accordion.Header>
              <Accordion.Content>
                {open === ruleId ? <ProblemPosts rule={ruleId} posts={posts} locale={locale} /> : null}
              </Accordion.Content>
            </Accordion.Item>
          ))}
        </Accordion.Root>
      )}
    </Section>
  );
}

function ProblemPosts({ rule, posts, locale }: { rule: string; posts: number; locale: string }) {
  const { formatMessage } = useIntl();
  const { messageOf } = useDiagnosticTexts();
  const [page, setPage] = useState(1);
  const { data, isFetching } = useGetProblemPostsQuery({ rule, page, locale });
  if (!data) return <Loader small>{formatMessage({ id: getTrad('panels.loading') })}</Loader>;
  const pages = Math.ceil(posts / PROBLEM_PAGE);
  return (
    <Box padding={4} aria-busy={isFetching}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {data.map(({ documentId, title, filePath, diagnostics }) => (
          <li key={documentId}>
            <PostName
              to={`/content-manager/collection-types/${POST_UID}/${documentId}?plugins[i18n][locale]=${encodeURIComponent(locale)}`}
              name={title || filePath || formatMessage({ id: getTrad('overview.untitled') })}
            />
            {filePath && title ? (
              <Typography variant="pi" textColor="neutral600" tag="p">
                {filePath}
              </Typography>
            ) : null}
            {diagnostics.map((diagnostic, index) => (
              <Typography key={index} variant="pi" textColor="neutral700" tag="p">
                {formatMessage({ id: getTrad('editor.line') }, { line: diagnostic.range.start.line + 1 })}
                {': '}
                {messageOf(diagnostic)}
              </Typography>
            ))}
          </li>
        ))}
      </Flex>
      {pages > 1 ? (
        <Flex gap={2} paddingTop={4}>
          <Button variant="tertiary" size="S" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {formatMessage({ id: getTrad('overview.previous') })}
          </Button>
          <Button variant="tertiary" size="S" disabled={page >= pages} onClick={() => setPage(page + 1)}>
            {formatMessage({ id: getTrad('overview.next') })}
          </Button>
          <Typography variant="pi" textColor="neutral600">
            {formatMessage({ id: getTrad('overview.page') }, { page, pages })}
          </Typography>
        </Flex>
      ) : null}
    </Box>
  );
}

function PostName({ to, name }: { to: string; name: string }) {
  if (!useMayReadPosts()) return <Typography>{name}</Typography>;
  return (
    <Link tag={RouterLink} to={to}>
      {name}
    </Link>
  );
}
