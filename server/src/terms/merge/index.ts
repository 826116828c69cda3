export { mergeJob, type MergeReport } from './merge-job';
export { mergeService, type MergeService } from './merge-service';
export type { KeptPost } from './move-lot';
export type { TermPair } from './term-pair';
