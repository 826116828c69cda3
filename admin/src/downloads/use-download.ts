import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { getTrad } from '../translations/get-trad';

/**
 * Fetches a file as the user and saves it. A plain link could not: it says nothing of who asks.
 * @param failure the text that is shown where it does not come.
 */
export function useDownload(failure = 'export.download-failed') {
  const { get } = useFetchClient();
  const intl = useIntl();
  const { toggleNotification } = useNotification();
  const [isDownloading, setDownloading] = useState(false);

  return {
    isDownloading,
    /** @returns whether it came. */
    async download(url: string, name: string): Promise<boolean> {
      setDownloading(true);
      try {
        const { data } = await get<Blob>(url, { responseType: 'blob' });
        saveFile(data, name);
        return true;
      } catch {
        toggleNotification({ type: 'danger', message: intl.formatMessage({ id: getTrad(failure) }) });
        return false;
      } finally {
        setDownloading(false);
      }
    },
  };
}

function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
