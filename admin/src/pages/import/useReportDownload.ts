import { useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { getTrad } from '../../translations/get-trad';

/** Saves the whole report of an import as a file. A plain link could not: it says nothing of who asks. */
export function useReportDownload(id: number) {
  const { get } = useFetchClient();
  const intl = useIntl();
  const { toggleNotification } = useNotification();
  const [isDownloading, setDownloading] = useState(false);

  return {
    isDownloading,
    async download(): Promise<void> {
      setDownloading(true);
      try {
        const { data } = await get<Blob>(`/press/imports/${id}/report`, { responseType: 'blob' });
        saveFile(data, `import-${id}.json`);
      } catch {
        toggleNotification({
          type: 'danger',
          message: intl.formatMessage({ id: getTrad('import.report.failed') }),
        });
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
