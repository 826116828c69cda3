import type { PerhapsSaying } from '../../../core/messages';
import type { Job } from './job';

/** Why a job failed, for whoever is shown it. */
export function jobError({ error, failure }: Job): PerhapsSaying<'error'> {
  return { error, ...(failure ? { said: { error: failure } } : {}) };
}
