export { regenerationJob } from './regeneration-job';
export { regenerationService, type RegenerationService } from './regeneration-service';
