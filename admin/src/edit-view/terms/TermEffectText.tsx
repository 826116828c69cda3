import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { TermEffect } from '../../../../core/admin/terms';
import { getTrad } from '../../translations/get-trad';
import { ForeseenText } from './ForeseenText';

/** What saving would do to posts, their URLs and the category's page. @param slug the one that is stored, where the typed one is taken. */
export function TermEffectText({ effect, slug }: { effect: TermEffect; slug: string | null }) {
  const { formatMessage } = useIntl();
  const { posts, inBackground, foreseen, page } = effect;
  const isNothing = posts === 0 && page === null && slug === null;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      {isNothing ? (
        <Typography textColor="neutral600">{formatMessage({ id: getTrad('terms.no-effect') })}</Typography>
      ) : null}
      {slug === null ? null : (
        <Typography>{formatMessage({ id: getTrad('terms.slug-taken') }, { slug })}</Typography>
      )}
      {posts > 0 ? (
        <Typography>
          {formatMessage({ id: getTrad('terms.regenerated') }, { posts })}{' '}
          {inBackground ? formatMessage({ id: getTrad('terms.in-background') }) : null}
        </Typography>
      ) : null}
      {posts > 0 && foreseen === null ? (
        <Typography>{formatMessage({ id: getTrad('terms.urls-stay') })}</Typography>
      ) : null}
      {foreseen === null ? null : (
        <ForeseenText foreseen={foreseen} stuck={inBackground ? 'terms.left-stuck' : 'terms.save-stuck'} />
      )}
      {page ? (
        <Typography>{formatMessage({ id: getTrad('terms.page-moves') }, { ...page })}</Typography>
      ) : null}
    </Flex>
  );
}
