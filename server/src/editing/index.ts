export { editingService, type EditingService } from './editing-service';
export { outlookRequest, relationTermsRequest } from './outlook-request';
