import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useDebounce } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { TermOutlookRequest, TermType } from '../../../../core/admin/terms';
import { useGetTermOutlookQuery } from '../../api/terms-api';
import { POST_UID } from '../../plugin-id';
import { useMayReadPosts } from '../../posts/use-may-read-posts';
import { getTrad } from '../../translations/get-trad';
import { Notice } from '../Notice';
import { TermEffectText } from './TermEffectText';
import { useTermForm } from './term-form';

/** So long nobody may have typed before the server is asked, in milliseconds. */
const PAUSE = 500;

const RELATION = { category: 'categories', tag: 'tags' } as const;

/** How many posts a category or tag has, and what saving or deleting it would do. */
export default function TermPanel({ kind, documentId }: { kind: TermType; documentId: string }) {
  const { formatMessage } = useIntl();
  const { formatAPIError } = useAPIErrorHandler();
  const mayReadPosts = useMayReadPosts();
  const form = JSON.stringify(useTermForm(kind));
  const request = JSON.parse(useDebounce(form, PAUSE)) as TermOutlookRequest;
  const { data, currentData, error } = useGetTermOutlookQuery({ kind, documentId, request });
  const outlook = currentData ?? data;
  if (!outlook) {
    const text = error
      ? formatAPIError(error as Parameters<typeof formatAPIError>[0])
      : formatMessage({ id: getTrad('panels.loading') });
    return <Typography role={error ? 'alert' : undefined}>{text}</Typography>;
  }
  const { published, drafts, children, refused, effect } = outlook;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography>{formatMessage({ id: getTrad('terms.counts') }, { published, drafts })}</Typography>
        {mayReadPosts ? (
          <Link tag={RouterLink} to={postsOf(kind, documentId, request.locale)}>
            {formatMessage({ id: getTrad('terms.show-posts') })}
          </Link>
        ) : null}
      </Flex>
      <Box aria-live="polite">
        <Title text={formatMessage({ id: getTrad('terms.saving') })} />
        {refused === null ? (
          <TermEffectText effect={effect} slug={slugNote(outlook.slug, request.values.slug)} />
        ) : (
          <Notice variant="danger" title={formatMessage({ id: getTrad('terms.refused') })}>
            {refused}
          </Notice>
        )}
      </Box>
      <Box>
        <Title text={formatMessage({ id: getTrad('terms.deleting') })} />
        <Typography tag="p">
          {published + drafts > 0
            ? formatMessage({ id: getTrad(`terms.in-use.${kind}`) }, { posts: published + drafts })
            : formatMessage({ id: getTrad('terms.deletable') })}{' '}
          {children > 0 ? formatMessage({ id: getTrad('terms.children') }, { children }) : null}
        </Typography>
      </Box>
    </Flex>
  );
}

/** The slug that is stored where the typed one is taken; null where it is stored as it is. */
function slugNote(stored: string | null, typed: string | null): string | null {
  return stored !== null && typed !== null && typed !== '' && stored !== typed ? stored : null;
}

/** The Content Manager's list of the posts that have a category or tag. */
function postsOf(kind: TermType, documentId: string, locale: string | null): string {
  const query = new URLSearchParams({ [`filters[$and][0][${RELATION[kind]}][documentId][$eq]`]: documentId });
  if (locale) query.set('plugins[i18n][locale]', locale);
  return `/content-manager/collection-types/${POST_UID}?${query.toString()}`;
}

function Title({ text }: { text: string }) {
  return (
    <Typography variant="sigma" textColor="neutral600" tag="h3">
      {text}
    </Typography>
  );
}
