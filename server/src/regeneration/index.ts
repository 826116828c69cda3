export { regenerationService, type RegenerationService } from './regeneration-service';
