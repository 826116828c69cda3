import { useIntl } from 'react-intl';
import { useDownload } from '../downloads/use-download';
import { getTrad } from '../translations/get-trad';
import { ChosenPostsDialog } from './ChosenPostsDialog';
import { useListLocale } from './list-locale';

/** Saves the chosen posts as Jekyll files in a zip file. */
export function ExportPosts({ documentIds, onClose }: { documentIds: string[]; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const locale = useListLocale();
  const { isDownloading, download } = useDownload();

  const run = async (): Promise<void> => {
    const query = new URLSearchParams({ posts: documentIds.join(','), ...(locale ? { locale } : {}) });
    if (await download(`/press/exports/chosen?${query.toString()}`, 'posts.zip')) onClose();
  };

  return (
    <ChosenPostsDialog
      text={formatMessage({ id: getTrad('export.chosen-text') }, { posts: documentIds.length })}
      action={formatMessage({ id: getTrad('export.download') })}
      isRunning={isDownloading}
      onRun={() => void run()}
      onClose={onClose}
    />
  );
}
