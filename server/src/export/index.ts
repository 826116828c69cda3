export type { ExportReport, ExportStatus } from './export-report';
export { exportService, type ExportOptions, type ExportService } from './export-service';
