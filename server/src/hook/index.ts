export { asImport, type ImportedFile } from './import-context';
export { hookService, type HookService } from './post-hook';
