export { importService, type ImportOptions, type ImportService } from './import-service';
export { OUTCOMES, type ImportReport } from './report';
export { openSource, SourceError, type Source, type SourceFile } from './source';
