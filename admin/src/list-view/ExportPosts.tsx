import { Button, Modal, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useDownload } from '../downloads/use-download';
import { getTrad } from '../translations/get-trad';
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
    <>
      <Modal.Body>
        <Typography>
          {formatMessage({ id: getTrad('export.chosen-text') }, { posts: documentIds.length })}
        </Typography>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {formatMessage({ id: getTrad('list.cancel') })}
        </Button>
        <Button onClick={() => void run()} loading={isDownloading}>
          {formatMessage({ id: getTrad('export.download') })}
        </Button>
      </Modal.Footer>
    </>
  );
}
