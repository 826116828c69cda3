export { regenerationJob } from './regeneration-job';
export { regenerationService, type FollowOptions, type RegenerationService } from './regeneration-service';
