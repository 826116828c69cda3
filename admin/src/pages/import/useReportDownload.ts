import { useDownload } from '../../downloads/use-download';

/** Saves the whole report of an import as a file. */
export function useReportDownload(id: number) {
  const report = useDownload('import.report.failed');
  return {
    isDownloading: report.isDownloading,
    download: () => report.download(`/press/imports/${id}/report`, `import-${id}.json`),
  };
}
