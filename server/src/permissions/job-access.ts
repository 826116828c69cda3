import type { Core } from '@strapi/strapi';
import type { Job } from '../jobs';
import { POST_UID } from '../plugin-id';
import { TERM_TYPES, type TermKind } from '../terms/term-kind';
import type { AdminAction } from './admin-actions';
import { mayDo, requireEditor, type EditorAction, type EditorContext, type OwnType } from './editor-access';
import { mayWrite, requireWriter } from './post-writer';

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
export function requireWork(strapi: Core.Strapi, context: EditorContext, job: Work): void {
  if (job.kind === 'import') requireWriter(strapi, context);
  for (const [model, action] of workOf(job)) requireEditor(strapi, context, model, [action]);
}

/** Whether `requireWork` lets an administrator pass. */
export function mayWork(strapi: Core.Strapi, context: EditorContext, job: Work): boolean {
  if (job.kind === 'import') return mayWrite(strapi, context);
  return workOf(job).every(([model, action]) => mayDo(strapi, context, model, action));
}

type Work = Pick<Job, 'kind' | 'params'>;

/** What a job does in the Content Manager; an import, which writes posts, is told apart. */
function workOf({ kind, params }: Work): [OwnType, EditorAction][] {
  if (kind === 'export') return [[POST_UID, 'read']];
  if (kind !== 'merge') return [];
  // It deletes one term and writes all its posts.
  const { uid } = TERM_TYPES[params.kind as TermKind];
  return [
    [uid, 'delete'],
    [POST_UID, 'update'],
  ];
}
