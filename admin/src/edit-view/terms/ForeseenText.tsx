import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ForeseenPosts } from '../../../../core/admin/terms';
import { getTrad } from '../../translations/get-trad';
import { Notice } from '../Notice';

/** How many URLs change, and which posts cannot follow. @param stuck the text that says what that means. */
export function ForeseenText({ foreseen, stuck }: { foreseen: ForeseenPosts; stuck: string }) {
  const { formatMessage } = useIntl();
  const { lookedAt, isPartial, moved, stuckCount } = foreseen;
  return (
    <>
      <Typography tag="p">
        {moved > 0
          ? formatMessage({ id: getTrad('terms.urls-change') }, { posts: moved })
          : formatMessage({ id: getTrad('terms.urls-stay') })}{' '}
        {isPartial ? formatMessage({ id: getTrad('terms.partial') }, { rows: lookedAt }) : null}
      </Typography>
      {stuckCount > 0 ? (
        <Notice variant="warning" title={formatMessage({ id: getTrad(stuck) }, { posts: stuckCount })}>
          <ul>
            {foreseen.stuck.map(({ documentId, title, message }) => (
              <li key={documentId}>
                {title || documentId}: {message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}
