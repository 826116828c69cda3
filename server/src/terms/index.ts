export { loadCategoryNodes } from './category-nodes';
export { mergeJob, mergeService, type MergeService } from './merge';
export { termOutlookService, type TermOutlookService } from './outlook';
export { termHookService, type TermHookService } from './term-hook';
export { termsService, type TermsService } from './terms-service';
export type { TermKind } from './term-kind';
