export { importAsJob, importJob, type ImportJobOptions } from './import-job';
export { importService, type ImportOptions, type ImportProgress, type ImportService } from './import-service';
export { InputError } from './input-error';
export { OUTCOMES, type ImportReport } from './report';
