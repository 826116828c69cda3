import type { Core } from '@strapi/strapi';
import { hasTables } from '../database/has-tables';
import { i18nLocales } from '../i18n-locales';
import { pressService } from '../press-service';
import type { MergeService, TermKind, TermsService } from '../terms';
import { CommandError, EXIT, type CommandIo } from './io';
import { waitingFor } from './job-lines';
import { jsonEvents, noEvents } from './json-events';
import { startProgress } from './progress';
import { untilSignal } from './signals';
import { withStrapiApp } from './strapi-app';

export interface MergeFlags {
  locale?: string;
  json?: boolean;
}

/** Two terms as they stand in front matter. */
export interface TermsByName {
  kind: TermKind;
  from: string;
  into: string;
}

/** `strapi-press merge`: prints how many rows follow, and each post that cannot. */
export async function runMerge(
  { kind, from, into }: TermsByName,
  { locale, json = false }: MergeFlags,
  io: CommandIo,
): Promise<number> {
  const events = json ? jsonEvents(io, 'merge') : noEvents();
  let interrupted = false;
  const report = await untilSignal((signal) => {
    signal.addEventListener('abort', () => (interrupted = true));
    return withStrapiApp(io.cwd, { readOnly: false }, async (strapi) => {
      const pair = await pairOf(strapi, { kind, from, into }, locale);
      events.start({ kind, from, into, locale: pair.locale });
      const bar = startProgress(io, { what: 'Merging', unit: 'rows' });
      return await pressService<MergeService>(strapi, 'merge')
        .run(pair, {
          signal,
          onProgress({ done, kept }) {
            bar.update(done);
            events.progress({ done, kept });
          },
          onWait: (job) => io.stderr(`${waitingFor(job)}\n`),
        })
        .finally(() => bar.stop());
    });
  });
  const { moved, kept, keptCount, deleted } = report ?? { moved: 0, kept: [], keptCount: 0, deleted: false };
  events.done({ moved, kept, keptCount, deleted });
  if (!json) {
    for (const { message } of kept) io.stdout(`${message}\n`);
    const rest = deleted ? `${kind} "${from}" is gone` : `${kind} "${from}" stays with ${keptCount} posts`;
    io.stdout(`${moved} rows (drafts and published) have "${into}" now; ${rest}\n`);
  }
  if (interrupted) return EXIT.interrupted;
  return keptCount > 0 ? EXIT.problems : EXIT.done;
}

async function pairOf(strapi: Core.Strapi, { kind, from, into }: TermsByName, locale?: string) {
  if (!(await hasTables(strapi)))
    throw new CommandError('the database has no tables yet: start the app once', EXIT.usage);
  const terms = pressService<TermsService>(strapi, 'terms');
  const code = locale ?? (await i18nLocales(strapi).getDefaultLocale());
  const idOf = async (term: string): Promise<string> => {
    const documentId = await terms.documentId(kind, term, code);
    if (documentId === null) throw new CommandError(`there is no ${kind} "${term}" in ${code}`, EXIT.usage);
    return documentId;
  };
  return { kind, from: await idOf(from), into: await idOf(into), locale: code };
}
