import type { Core } from '@strapi/strapi';
import type { JobHandler } from '../jobs';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import type { ScopeResult } from './regenerate-scope';
import { countsOf } from './regeneration-counts';
import type { RegenerationScope } from './regeneration-scope';
import type { RegenerationService } from './regeneration-service';

interface Params {
  scope: RegenerationScope;
  cause: string;
  only?: 'links';
}

/** Conflicts are named in a job's report up to this number. */
const MOST_CONFLICTS = 100;

/** Recomputes a scope as a job, which goes on where it was interrupted. */
export function regenerationJob(strapi: Core.Strapi): JobHandler {
  return async ({ job, signal, checkpoint }) => {
    const { scope, cause, only } = job.params as unknown as Params;
    const result = await pressService<RegenerationService>(strapi, 'regeneration').run(scope, cause, {
      from: job.cursor ?? {},
      signal,
      only,
      checkpoint: (state, resume) => checkpoint({ counts: countsOf(state), cursor: resume }),
    });
    if (!signal.aborted)
      await pressService<SettingsService>(strapi, 'settings').forgetRenames(
        (rename) => rename.job === job.id,
      );
    const { checked, changed, conflicts } = result;
    strapi.log.info(`press: ${changed} of ${checked} rows regenerated`);
    if (conflicts.length > 0) strapi.log.warn(`press: ${conflictText(result)}`);
    return {
      checked,
      changed,
      conflictCount: conflicts.length,
      conflicts: conflicts.slice(0, MOST_CONFLICTS),
    };
  };
}

function conflictText({ conflicts }: ScopeResult): string {
  const [{ message }] = conflicts;
  const others = conflicts.length > 1 ? ` (and ${conflicts.length - 1} more)` : '';
  return `posts stay as they are, as they cannot follow: ${message}${others}`;
}
