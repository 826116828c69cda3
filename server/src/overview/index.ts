export { overviewService, type OverviewService } from './overview-service';
