export { jobError } from './job-error';
export { LeaseLost, OPEN_STATES } from './job';
export { jobsService, type JobsService } from './jobs-service';
export type { Job, JobCounts, JobEnd, JobHandler, JobKind, JobState, JobWatcher, RunningJob } from './job';
