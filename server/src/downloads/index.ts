export { downloadJob } from './download-job';
export { downloadsService, type DownloadsService, type SentZip } from './downloads-service';
