import path from 'node:path';
import { applySeverities, type MessageLanguage } from '../../../core/diagnostics';
import type { FixedDiagnostic } from '../../../core/jekyll';
import { readFiles } from '../import/read-files';
import { reportedDiagnostics, type ReportedDiagnostic } from '../import/report';
import { readSiteConfigFile } from '../import/site-config-file';
import { openSources, type Source } from '../import/source';
import type { SourceFile } from '../import/source-file';
import { CommandError, EXIT, type CommandIo } from './io';
import { countForBar, startProgress } from './progress';
import { oneLine, printerOf, type PrintFormat, type Tally } from './validate-printers';
import { fixFile } from './validate-fix';
import { loadPluginConfig, settingsOfSite } from './validate-settings';

export interface ValidateFlags {
  config?: string;
  /** Makes the safe fixes in the files. */
  fix?: boolean;
  format: PrintFormat;
  lang: MessageLanguage;
}

/**
 * `strapi-press validate`: prints every problem of every file as it is found, so memory does not grow with the site. With
 * `--fix` first the files are fixed, and what is left is printed and counted.
 */
export async function runValidate(targets: string[], flags: ValidateFlags, io: CommandIo): Promise<number> {
  const config = await loadPluginConfig(io.cwd, flags.config);
  const sources: Source[] = [];
  for (const target of targets) sources.push(...(await openSources(path.resolve(io.cwd, target))));
  const total = await countForBar(io, () => filesOf(sources));
  const tally: Tally = {
    files: 0,
    posts: 0,
    ignored: 0,
    rejected: 0,
    errors: 0,
    warnings: 0,
    ...(flags.fix && { fixed: 0 }),
  };
  const printer = printerOf(flags.format, flags.lang);
  const progress = startProgress(io, { what: 'Checking', unit: 'files', total });
  const show = (absolute: string, diagnostics: ReportedDiagnostic[], fixed: FixedDiagnostic[] = []): void => {
    if (tally.fixed !== undefined) tally.fixed += fixed.length;
    tally.errors += diagnostics.filter(({ severity }) => severity === 'error').length;
    tally.warnings += diagnostics.filter(({ severity }) => severity === 'warning').length;
    const text = printer.file({ shown: shownPath(io.cwd, absolute), absolute, diagnostics, fixed });
    if (text === '') return;
    progress.clear();
    io.stdout(text);
  };
  const warn = (absolute: string, reason: string): void => {
    progress.clear();
    io.stderr(`strapi-press: ${oneLine(shownPath(io.cwd, absolute))} ${reason}\n`);
  };
  try {
    for (const source of sources) {
      const { root, siteConfig } = source;
      const site = siteConfig && readSiteConfigFile(siteConfig);
      const settings = settingsOfSite(config, site?.config ?? {});
      if (siteConfig && site) {
        show(path.join(root, siteConfig.path), applySeverities(site.diagnostics, settings.frontMatter.rules));
      }
      for await (const read of readFiles(source.files(), settings)) {
        tally.files += 1;
        tally[read.post.status === 'post' ? 'posts' : read.post.status] += 1;
        progress.update(tally.files);
        const absolute = path.join(root, read.path);
        const { post, bytes, fixed, leftAlone } = flags.fix
          ? await fixFile(absolute, read, settings)
          : { ...read, fixed: [], leftAlone: null };
        if (leftAlone !== null) warn(absolute, leftAlone);
        show(absolute, reportedDiagnostics(post.diagnostics, bytes), fixed);
      }
    }
  } finally {
    progress.stop();
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
