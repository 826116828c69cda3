export { problemsOf, recategorize, regenerateChosen } from './chosen-posts';
export { editingService, type EditingService } from './editing-service';
export { outlookRequest, relationTermsRequest } from './outlook-request';
export { registerProblemFilter } from './problem-filter';
