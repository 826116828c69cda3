import type { Core } from '@strapi/strapi';
import type { Job } from '../jobs';
import { POST_UID } from '../plugin-id';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';
import type { AdminAction } from './admin-actions';
import { requireEditor, type EditorContext } from './editor-access';
import { requireWriter } from './post-writer';

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

/**
 * Refuses administrators who may not do in the Content Manager what a job does there; to begin and to resume it take the same.
 * @throws PolicyError
 */
export function requireWork(
  strapi: Core.Strapi,
  context: EditorContext,
  { kind, params }: Pick<Job, 'kind' | 'params'>,
): void {
  if (kind === 'import') requireWriter(strapi, context);
  if (kind === 'export') requireEditor(strapi, context, POST_UID, ['read']);
  if (kind !== 'merge') return;
  // Merging deletes one term and writes all its posts.
  requireEditor(strapi, context, TERM_TYPES[params.kind as TermKind].uid, ['delete']);
  requireEditor(strapi, context, POST_UID, ['update']);
}
