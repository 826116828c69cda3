export { uploadJob } from './upload-job';
export { uploadsService, type UploadsService } from './uploads-service';
