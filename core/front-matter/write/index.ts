export { removeKey } from './remove-key';
export type { WriteOptions, WriteResult } from './result';
export { setKey } from './set-key';
export { newValueText } from './value-splice';
export type { WritableValue } from './writable-value';
