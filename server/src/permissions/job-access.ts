import type { Job } from '../jobs';
import type { AdminAction } from './admin-actions';

/** Whoever may do one of these may see how far jobs are. */
export const JOB_READERS: readonly AdminAction[] = [
  'plugin::press.overview.see',
  'plugin::press.posts.import',
  'plugin::press.posts.export',
  'plugin::press.posts.regenerate',
  'plugin::press.terms.merge',
  'plugin::press.settings.read',
  'plugin::press.settings.update',
];

const CONTROLLERS: Record<string, readonly AdminAction[]> = {
  import: ['plugin::press.posts.import'],
  export: ['plugin::press.posts.export'],
  merge: ['plugin::press.terms.merge'],
  rebuild: ['plugin::press.posts.regenerate'],
  regenerate: ['plugin::press.posts.regenerate'],
};

/** What an administrator must be allowed, one of it, to cancel or resume a job: what the job itself does. */
export function jobControllers({ kind, params }: Pick<Job, 'kind' | 'params'>): readonly AdminAction[] {
  const actions = CONTROLLERS[kind] ?? [];
  return params.cause === 'settings' ? [...actions, 'plugin::press.settings.update'] : actions;
}
