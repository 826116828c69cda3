import { message } from '../../../core/messages';
import { isInside } from '../import/site-path';
import { SayingError } from '../messages/saying-error';

/** Where an export writes: a folder or a zip file. Paths are relative, with forward slashes. */
export interface ExportTarget {
  /**
   * Writes a file that is not there or differs.
   * @throws TargetError where the path cannot be written in the target.
   */
  write(path: string, text: string): Promise<'created' | 'changed' | 'unchanged'>;
  /** Removes a file; false where there is none. */
  remove(path: string): Promise<boolean>;
  /** Whether a file is there. */
  has(path: string): Promise<boolean>;
  /** Ends the export; what was written is complete then. */
  close(): Promise<void>;
  /** Ends an export that failed; leaves nothing half-written. */
  abort(): Promise<void>;
}

/** Why a path cannot be written. */
export class TargetError extends SayingError {}

/** @throws TargetError where a path leads out of the target. */
export function refuseOutside(path: string): void {
  if (!isInside(path)) throw new TargetError(message('file/outside-site'));
}
