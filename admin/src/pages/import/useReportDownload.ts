import { useDownload } from '../../downloads/use-download';

/** Saves the whole report of an import as a file. */
export function useReportDownload(id: number) {
  const { isDownloading, download } = useDownload('import.report.failed');
  return {
    isDownloading,
    download: () => download(`/press/imports/${id}/report`, `import-${id}.json`),
  };
}
