import { useIntl } from 'react-intl';
import { useRegenerateLinksMutation } from '../api/post-list-api';
import { getTrad } from '../translations/get-trad';
import { ChosenPostsDialog } from './ChosenPostsDialog';
import { useListLocale } from './list-locale';
import { useChangePosts } from './use-change-posts';

/** Generates URL and links of the chosen posts anew. */
export function RegenerateLinks({ documentIds, onClose }: { documentIds: string[]; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const locale = useListLocale();
  const [regenerate, { isLoading }] = useRegenerateLinksMutation();
  const { left, change } = useChangePosts(onClose);

  const run = (): Promise<void> =>
    change(regenerate({ documentIds, locale }), ({ changed, conflicts }) => ({
      message: formatMessage({ id: getTrad('list.regenerated') }, { changed }),
      left: conflicts.map(({ message, ...post }) => ({ ...post, reason: message })),
    }));

  return (
    <ChosenPostsDialog
      text={formatMessage({ id: getTrad('list.regenerate-text') }, { posts: documentIds.length })}
      action={formatMessage({ id: getTrad('list.regenerate') })}
      isRunning={isLoading}
      left={left}
      onRun={() => void run()}
      onClose={onClose}
    />
  );
}
