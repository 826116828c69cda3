import { Flex, Loader, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { MergeRequest } from '../../../../core/admin/terms';
import { useGetMergeOutlookQuery, type TermPlace } from '../../api/terms-api';
import { getTrad } from '../../translations/get-trad';
import { ForeseenText } from './ForeseenText';

/** What merging would do to posts, their URLs, categories below and the category's page. */
export function MergeEffect(asked: TermPlace & { request: MergeRequest }) {
  const { formatMessage } = useIntl();
  const { formatAPIError } = useAPIErrorHandler();
  const { currentData: outlook, error } = useGetMergeOutlookQuery(asked);
  if (error)
    return (
      <Typography textColor="danger600" role="alert">
        {formatAPIError(error as Parameters<typeof formatAPIError>[0])}
      </Typography>
    );
  if (!outlook) return <Loader small>{formatMessage({ id: getTrad('panels.loading') })}</Loader>;
  const { posts, children, page, foreseen } = outlook;
  return (
    <Flex direction="column" alignItems="stretch" gap={1} role="status">
      <Typography>{formatMessage({ id: getTrad('terms.merge-posts') }, { posts })}</Typography>
      <ForeseenText foreseen={foreseen} stuck="terms.merge-stuck" />
      {children > 0 ? (
        <Typography>{formatMessage({ id: getTrad('terms.merge-children') }, { children })}</Typography>
      ) : null}
      {page ? (
        <Typography>{formatMessage({ id: getTrad('terms.page-moves') }, { ...page })}</Typography>
      ) : null}
    </Flex>
  );
}
