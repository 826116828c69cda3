import type { Core } from '@strapi/strapi';
import { isEqual } from 'lodash';
import type { ListingService } from '../listing';
import { pressService } from '../press-service';
import type { JobsService } from '../jobs';
import type { SettingsService } from '../settings';
import type { PendingRename } from '../terms/pending-renames';
import { regenerateLinks } from './regenerate-links';
import { regenerateRows } from './regenerate-rows';
import { LOT, regenerateScope, type RegenerationOptions, type ScopeResult } from './regenerate-scope';
import { rowsInScope, type RegenerationScope, type ScopeRows } from './regeneration-scope';

/** So many rows are recomputed in the transaction of the change; more of them by a job, so that no save has to wait. */
export const ROWS_AT_ONCE = 200;

export interface RegenerationResult {
  /** Rows looked at, drafts and published ones. */
  checked: number;
  /** Rows that differed. */
  changed: number;
}

export interface FollowOptions {
  only?: 'links';
  /** The term that changed, with what it was: it stands in the posts' texts. */
  renamed?: Pick<PendingRename, 'kind' | 'id' | 'from'>;
}

/** Recomputes generated attributes of posts whose terms or settings changed (DESIGN: invariant 2). */
export function regenerationService({ strapi }: { strapi: Core.Strapi }) {
  const listing = () => pressService<ListingService>(strapi, 'listing');

  return {
    /**
     * After a change in the running transaction: recomputes the posts that it concerns in the same transaction where they
     * are few, else queues a job that does it after the commit.
     * @param cause goes into the event.
     * @param options `only: 'links'` where nothing else can have changed.
     * @throws ValidationError naming a URL that two published posts would have, or a post whose text cannot say a renamed
     * term, as one of a category's folder; of many posts the first speak for all, and a job leaves those as they are that
     * cannot follow, and names them in its report.
     */
    async follow(
      scope: RegenerationScope,
      cause: string,
      { only, renamed }: FollowOptions = {},
    ): Promise<void> {
      await strapi.db.transaction(async () => {
        const rows = await rowsInScope(strapi, scope);
        if (rows.count === 0) return;
        if (rows.count > ROWS_AT_ONCE) {
          if (renamed) await requireWritable(rows, cause);
          const params = { scope, cause, ...(only ? { only } : {}) };
          const job = await pressService<JobsService>(strapi, 'jobs').enqueue('regenerate', params);
          if (renamed) await pressService<SettingsService>(strapi, 'settings').addRename({ ...renamed, job });
          return;
        }
        const regenerate = only === 'links' ? regenerateLinks : regenerateRows;
        for await (const { ids } of rows.lots(LOT)) await regenerate(strapi, ids, { cause, strict: true });
        // The time zone may be among the settings that changed.
        if (scope === 'all') await listing().repair();
      });
    },

    /**
     * Recomputes a scope in transactions of their own, lot by lot; what a job does. Where that is all posts, their lists are
     * looked at too.
     */
    async run(
      scope: RegenerationScope,
      cause: string,
      options: RegenerationOptions = {},
    ): Promise<ScopeResult> {
      const settings = pressService<SettingsService>(strapi, 'settings');
      const { renames } = await settings.ground();
      const result = await regenerateScope(strapi, scope, cause, options);
      if (options.signal?.aborted) return result;
      // After all posts, those that stood before the first of them are said everywhere.
      if (scope === 'all')
        await settings.forgetRenames((rename) => renames.some((one) => isEqual(one, rename)));
      if (scope === 'all') await listing().repair();
      await listing().compact();
      return result;
    },

    /** Counts the rows of all posts, and those of the listing, that differ from what they should be; writes nothing. */
    async differences(onProgress?: (result: RegenerationResult) => void): Promise<RegenerationResult> {
      const result = { checked: 0, changed: 0 };
      const rows = await rowsInScope(strapi, 'all');
      for await (const { ids } of rows.lots(LOT)) {
        const { checked, changed } = await regenerateRows(strapi, ids, {
          cause: 'rebuild',
          dryRun: true,
          relist: true,
        });
        result.checked += checked;
        result.changed += changed;
        onProgress?.(result);
      }
      result.changed += await listing().faults();
      return result;
    },
  };

  async function requireWritable(rows: ScopeRows, cause: string): Promise<void> {
    for await (const { ids } of rows.lots(LOT)) {
      await regenerateRows(strapi, ids, { cause, dryRun: true, strict: true });
      return;
    }
  }
}

export type RegenerationService = ReturnType<typeof regenerationService>;
