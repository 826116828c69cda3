import type { Core } from '@strapi/strapi';
import { readRows } from '../database/read-rows';
import { sharedLockSql } from '../database/write-barrier';
import { tableNames } from '../database/table-names';
import type { PendingRename } from '../terms/pending-renames';

/** What the database holds of the settings. */
export interface StoredSettings {
  /** Counts changes, so that several nodes agree. */
  version: number;
  /** What an administrator set; null takes a key back. */
  admin: Record<string, unknown>;
  /** Text of the site's `_config.yml`. */
  siteConfig: string | null;
  /** Of the settings that posts were last generated with. */
  fingerprint: string | null;
  /** Terms that a job is writing into the texts of their posts; each write of a post needs them as it needs the settings. */
  renames: PendingRename[];
}

const KEY = 'plugin_press_settings';
const STORE = 'strapi::core-store';
const EMPTY: StoredSettings = { version: 0, admin: {}, siteConfig: null, fingerprint: null, renames: [] };

/** Reads and writes the one row of settings, in the transaction of the running write. */
export function settingsStore(strapi: Core.Strapi) {
  async function read(lock: 'unlocked' | 'locked'): Promise<string | null> {
    const { table, column } = tableNames(strapi, STORE);
    const rows = await readRows<{ value: string | null }>(strapi, {
      name: `settings ${lock}`,
      table,
      build(query, { raw }) {
        const row = query.select(`${column('value')} as value`).where(column('key'), KEY);
        if (lock === 'locked') return row.forUpdate();
        // Every write reads the settings first, and so marks that it runs, in the same query.
        const mark = sharedLockSql(strapi);
        return mark ? row.select(raw(`${mark}::text as ??`, 'mark')) : row;
      },
      values: [KEY],
    });
    return rows[0]?.value ?? null;
  }

  return {
    /** The row's text, which is equal as long as nothing changed; null before the first write. */
    raw(): Promise<string | null> {
      return read('unlocked');
    },

    parse(raw: string | null): StoredSettings {
      return raw === null ? EMPTY : { ...EMPTY, ...(JSON.parse(raw) as Partial<StoredSettings>) };
    },

    /** Changes made at the same time, on other nodes too, wait for each other, so that none is lost. */
    async change(change: (stored: StoredSettings) => Partial<StoredSettings>): Promise<void> {
      await strapi.db.transaction(async () => {
        const raw = await read('locked');
        const stored = this.parse(raw);
        const value = JSON.stringify({ ...stored, ...change(stored), version: stored.version + 1 });
        if (raw === null) await strapi.db.query(STORE).create({ data: { key: KEY, value, type: 'object' } });
        else await strapi.db.query(STORE).update({ where: { key: KEY }, data: { value } });
      });
    },
  };
}
