export { hookService, type HookService } from './post-hook';
export { asImport, type ImportedFile } from './import-context';
export { contentKey } from './content-key';
export { derivePost, urlKeyOf, type DerivedAttributes } from './derive-post';
