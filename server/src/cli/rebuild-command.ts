import { hasTables } from '../database/has-tables';
import { pressService } from '../press-service';
import type { RegenerationService } from '../regeneration';
import { EXIT, type CommandIo } from './io';
import { startProgress } from './progress';
import { withStrapiApp } from './strapi-app';

export interface RebuildFlags {
  dryRun?: boolean;
}

/** `strapi-press rebuild`: recomputes every generated field and prints how many rows differed. */
export async function runRebuild({ dryRun = false }: RebuildFlags, io: CommandIo): Promise<number> {
  const { checked, changed } = await withStrapiApp(io.cwd, { readOnly: dryRun }, async (strapi) => {
    if (!(await hasTables(strapi))) return { checked: 0, changed: 0 };
    const progress = startProgress(io, { what: 'Rebuilding', unit: 'rows' });
    return await pressService<RegenerationService>(strapi, 'regeneration')
      .all('rebuild', { dryRun, onProgress: (result) => progress.update(result.checked) })
      .finally(() => progress.stop());
  });
  io.stdout(`${checked} rows checked, ${changed} ${dryRun ? 'differ' : 'changed'}\n`);
  return EXIT.done;
}
