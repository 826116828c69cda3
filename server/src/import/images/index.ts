export { illustrate, imagesOf } from './illustrate';
export { imageImport, type ImageImport } from './image-import';
export { registerImageModel } from './image-model';
export { addLateCovers } from './late-covers';
export { imagesService, type ImagesService } from './images-service';
export { insertCovers } from './cover-rows';
