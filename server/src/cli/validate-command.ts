import path from 'node:path';
import {
  createDiagnostic,
  translateMessage,
  type Diagnostic,
  type MessageLanguage,
} from '../../../core/diagnostics';
import { readPostFile } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';
import { reportedDiagnostics, type ReportedDiagnostic } from '../import/report';
import { openSource, reasonOf, type SourceFile } from '../import/source';
import { EXIT, type CommandIo } from './io';
import { startProgress, type Progress } from './progress';
import { loadPluginConfig, settingsOfSite } from './validate-settings';

export interface ValidateFlags {
  config?: string;
  format: 'pretty' | 'json' | 'github';
  lang: MessageLanguage;
}

/** What `validate` saw, for its closing line. */
interface Tally {
  files: number;
  posts: number;
  ignored: number;
  rejected: number;
  errors: number;
  warnings: number;
}

const FILE_START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** `strapi-press validate`: prints every problem of every file as it is found, so memory does not grow with the site. */
export async function runValidate(targets: string[], flags: ValidateFlags, io: CommandIo): Promise<number> {
  const config = await loadPluginConfig(io.cwd, flags.config);
  const sources = [];
  for (const target of targets) sources.push(await openSource(path.resolve(io.cwd, target)));
  const tally: Tally = { files: 0, posts: 0, ignored: 0, rejected: 0, errors: 0, warnings: 0 };
  const progress = startProgress(io, 'Checking');
  const print = printer(flags, io);
  try {
    for (const source of sources) {
      const settings = settingsOfSite(config, source.siteConfig);
      for await (const file of source.files()) {
        const shown = path.relative(io.cwd, path.join(source.root, file.path)).split(path.sep).join('/');
        print.file(shown, await check(file, settings, tally, progress));
      }
    }
  } finally {
    progress.stop();
  }
  print.end(tally);
  return tally.errors > 0 ? EXIT.problems : EXIT.done;
}

async function check(
  file: SourceFile,
  settings: Settings,
  tally: Tally,
  progress: Progress,
): Promise<ReportedDiagnostic[]> {
  tally.files += 1;
  progress.update(tally.files, `${tally.files} files`);
  let bytes: Uint8Array;
  try {
    bytes = await file.read();
  } catch (error) {
    tally.rejected += 1;
    const unreadable = createDiagnostic({
      ruleId: 'file/unreadable',
      range: FILE_START,
      params: { reason: reasonOf(error) },
    });
    return count([unreadable], new Uint8Array(), tally);
  }
  const read = readPostFile({ path: file.path, bytes }, settings);
  tally[read.status === 'post' ? 'posts' : read.status] += 1;
  return count(read.diagnostics, bytes, tally);
}

function count(diagnostics: Diagnostic[], bytes: Uint8Array, tally: Tally): ReportedDiagnostic[] {
  tally.errors += diagnostics.filter(({ severity }) => severity === 'error').length;
  tally.warnings += diagnostics.filter(({ severity }) => severity === 'warning').length;
  return reportedDiagnostics(diagnostics, bytes);
}

interface Printer {
  file(shown: string, diagnostics: ReportedDiagnostic[]): void;
  end(tally: Tally): void;
}

function printer({ format, lang }: ValidateFlags, io: CommandIo): Printer {
  if (format === 'json') return jsonPrinter(io, lang);
  const line = format === 'github' ? githubLine : prettyLine;
  return {
    file(shown, diagnostics) {
      for (const diagnostic of diagnostics) {
        io.stdout(`${line(shown, diagnostic, translateMessage(diagnostic, lang))}\n`);
      }
    },
    end({ files, posts, ignored, rejected, errors, warnings }) {
      io.stdout(
        `${files} files: ${posts} posts, ${ignored} ignored, ${rejected} rejected; ${errors} errors, ${warnings} warnings\n`,
      );
    },
  };
}

function prettyLine(
  shown: string,
  { line, column, severity, ruleId }: ReportedDiagnostic,
  message: string,
): string {
  return `${shown}:${line}:${column} ${severity} ${ruleId} ${message}`;
}

const GITHUB_COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** A workflow command of GitHub Actions; `%`, line ends and in properties `:` and `,` are escaped. */
function githubLine(shown: string, diagnostic: ReportedDiagnostic, message: string): string {
  const data = (text: string): string =>
    text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const { line, column, ruleId, severity } = diagnostic;
  return `::${GITHUB_COMMANDS[severity]} file=${property(shown)},line=${line},col=${column},title=${property(ruleId)}::${data(message)}`;
}

/** One JSON document: diagnostics by file in the shape of the Language Server Protocol. */
function jsonPrinter(io: CommandIo, lang: MessageLanguage): Printer {
  const severities = { error: 1, warning: 2, info: 3 } as const;
  let first = true;
  io.stdout('{"files":[');
  return {
    file(shown, diagnostics) {
      if (diagnostics.length === 0) return;
      const items = diagnostics.map((diagnostic) => ({
        range: diagnostic.range,
        severity: severities[diagnostic.severity],
        code: diagnostic.ruleId,
        source: 'strapi-press',
        message: translateMessage(diagnostic, lang),
        ...(diagnostic.path || diagnostic.fix
          ? { data: { path: diagnostic.path, fix: diagnostic.fix } }
          : {}),
      }));
      io.stdout(`${first ? '' : ','}\n${JSON.stringify({ uri: shown, diagnostics: items })}`);
      first = false;
    },
    end(tally) {
      io.stdout(`\n],"summary":${JSON.stringify(tally)}}\n`);
    },
  };
}
