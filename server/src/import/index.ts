export {
  importAsJob,
  importJob,
  importJobsService,
  type ImportJobsService,
  type ImportObservers,
} from './import-job';
export {
  importService,
  type ImportOptions,
  type ImportPass,
  type ImportProgress,
  type ImportService,
} from './import-service';
export { InputError } from './input-error';
export { OUTCOMES, type FileReport, type ImportReport, type PrunedPost } from './report';
