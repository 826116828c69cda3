export { termOutlookService, type TermOutlookService } from './term-outlook-service';
