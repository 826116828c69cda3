import { hasTables } from '../database/has-tables';
import { pressService } from '../press-service';
import type { RegenerationService } from '../regeneration';
import { EXIT, type CommandIo } from './io';
import { jsonEvents, noEvents } from './json-events';
import { startProgress } from './progress';
import { withStrapiApp } from './strapi-app';

export interface RebuildFlags {
  dryRun?: boolean;
  json?: boolean;
}

/** `strapi-press rebuild`: recomputes every generated field and prints how many rows differed. */
export async function runRebuild(
  { dryRun = false, json = false }: RebuildFlags,
  io: CommandIo,
): Promise<number> {
  const events = json ? jsonEvents(io, 'rebuild') : noEvents();
  const { checked, changed } = await withStrapiApp(io.cwd, { readOnly: dryRun }, async (strapi) => {
    if (!(await hasTables(strapi))) return { checked: 0, changed: 0 };
    events.start({ dryRun });
    const progress = startProgress(io, { what: 'Rebuilding', unit: 'rows' });
    return await pressService<RegenerationService>(strapi, 'regeneration')
      .all('rebuild', {
        dryRun,
        onProgress(result) {
          progress.update(result.checked);
          events.progress({ done: result.checked, changed: result.changed });
        },
      })
      .finally(() => progress.stop());
  });
  events.done({ checked, changed });
  if (!json) io.stdout(`${checked} rows checked, ${changed} ${dryRun ? 'differ' : 'changed'}\n`);
  return EXIT.done;
}
