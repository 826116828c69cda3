export type { ExportReport, ExportStatus } from './export-report';
export { exportService, type ExportOptions, type ExportService } from './export-service';
export type { ExportSelection } from './export-selection';
export type { ExportedPost } from './exported-row';
export type { PostFileText } from './post-file';
