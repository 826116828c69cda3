import type { Core } from '@strapi/strapi';
import type { ListingService } from '../listing';
import { pressService } from '../press-service';
import type { JobsService } from '../jobs';
import { regenerateLinks } from './regenerate-links';
import { regenerateRows } from './regenerate-rows';
import { LOT, regenerateScope, type RegenerationOptions, type ScopeResult } from './regenerate-scope';
import { rowsInScope, type RegenerationScope } from './regeneration-scope';

/** So many rows are recomputed in the transaction of the change; more of them by a job, so that no save has to wait. */
export const ROWS_AT_ONCE = 200;

export interface RegenerationResult {
  /** Rows looked at, drafts and published ones. */
  checked: number;
  /** Rows that differed. */
  changed: number;
}

export interface FollowOptions {
  atOnce?: boolean;
  only?: 'links';
}

/** Recomputes generated attributes of posts whose terms or settings changed (DESIGN: invariant 2). */
export function regenerationService({ strapi }: { strapi: Core.Strapi }) {
  const listing = () => pressService<ListingService>(strapi, 'listing');

  return {
    /**
     * After a change in the running transaction: recomputes the posts that it concerns in the same transaction where they
     * are few, else queues a job that does it after the commit.
     * @param cause goes into the event.
     * @param options `atOnce` recomputes any number in the transaction: a post's text must never disagree with its terms.
     * `only: 'links'` where nothing else can have changed.
     * @throws ValidationError naming a URL that two published posts would have; a job leaves such posts as they are and
     * names them in its report.
     */
    async follow(
      scope: RegenerationScope,
      cause: string,
      { atOnce = false, only }: FollowOptions = {},
    ): Promise<void> {
      await strapi.db.transaction(async () => {
        const rows = await rowsInScope(strapi, scope);
        if (rows.count === 0) return;
        if (!atOnce && rows.count > ROWS_AT_ONCE) {
          await pressService<JobsService>(strapi, 'jobs').enqueue('regenerate', {
            scope,
            cause,
            ...(only ? { only } : {}),
          });
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
      const result = await regenerateScope(strapi, scope, cause, options);
      if (options.signal?.aborted) return result;
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
}

export type RegenerationService = ReturnType<typeof regenerationService>;
