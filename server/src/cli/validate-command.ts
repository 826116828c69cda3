import path from 'node:path';
import { applySeverities, type MessageLanguage } from '../../../core/diagnostics';
import { readFiles } from '../import/read-files';
import { reportedDiagnostics, type ReportedDiagnostic } from '../import/report';
import { readSiteConfigFile } from '../import/site-config-file';
import { openSources, type Source } from '../import/source';
import type { SourceFile } from '../import/source-file';
import { CommandError, EXIT, type CommandIo } from './io';
import { countForBar, startProgress } from './progress';
import { printerOf, type PrintFormat, type Tally } from './validate-printers';
import { loadPluginConfig, settingsOfSite } from './validate-settings';

export interface ValidateFlags {
  config?: string;
  format: PrintFormat;
  lang: MessageLanguage;
}

/** `strapi-press validate`: prints every problem of every file as it is found, so memory does not grow with the site. */
export async function runValidate(targets: string[], flags: ValidateFlags, io: CommandIo): Promise<number> {
  const config = await loadPluginConfig(io.cwd, flags.config);
  const sources: Source[] = [];
  for (const target of targets) sources.push(...(await openSources(path.resolve(io.cwd, target))));
  const total = await countForBar(io, () => filesOf(sources));
  const tally: Tally = { files: 0, posts: 0, ignored: 0, rejected: 0, errors: 0, warnings: 0 };
  const printer = printerOf(flags.format, flags.lang);
  const progress = startProgress(io, { what: 'Checking', unit: 'files', total });
  const show = (root: string, file: string, diagnostics: ReportedDiagnostic[]): void => {
    tally.errors += diagnostics.filter(({ severity }) => severity === 'error').length;
    tally.warnings += diagnostics.filter(({ severity }) => severity === 'warning').length;
    const absolute = path.join(root, file);
    const text = printer.file({ shown: shownPath(io.cwd, absolute), absolute, diagnostics });
    if (text === '') return;
    progress.clear();
    io.stdout(text);
  };
  try {
    for (const source of sources) {
      const { root, siteConfig } = source;
      const site = siteConfig && readSiteConfigFile(siteConfig);
      const settings = settingsOfSite(config, site?.config ?? {});
      if (siteConfig && site) {
        show(root, siteConfig.path, applySeverities(site.diagnostics, settings.frontMatter.rules));
      }
      for await (const { path: file, bytes, post } of readFiles(source.files(), settings)) {
        tally.files += 1;
        tally[post.status === 'post' ? 'posts' : post.status] += 1;
        progress.update(tally.files);
        show(root, file, reportedDiagnostics(post.diagnostics, bytes));
      }
    }
  } finally {
    progress.stop();
  }
  if (tally.files === 0) {
    throw new CommandError(`${targets.join(', ')}: no files in _posts or _drafts folders`, EXIT.usage);
  }
  if (tally.files === 0 && sources.every(({ siteConfig }) => siteConfig === null)) {
    throw new CommandError(
      `${targets.join(', ')}: neither a _config.yml nor a file in a _posts or _drafts folder`,
      EXIT.usage,
    );
  }
  io.stdout(printer.end(tally));
  return tally.errors > 0 ? EXIT.problems : EXIT.done;
}

async function* filesOf(sources: Source[]): AsyncGenerator<SourceFile> {
  for (const source of sources) yield* source.files();
}

/** Relative to the working directory, with forward slashes, as annotations in CI and editors expect it. */
function shownPath(cwd: string, absolute: string): string {
  return path.relative(cwd, absolute).split(path.sep).join('/') || '.';
}
