import { pathToFileURL } from 'node:url';
import { fixTitle, translateMessage, type Fix, type MessageLanguage } from '../../../core/diagnostics';
import type { FixedDiagnostic } from '../../../core/jekyll';
import type { ReportedDiagnostic } from '../import/report';

/** What `validate` saw. */
export interface Tally {
  /** Files in `_posts` and `_drafts` folders, and files that were named. */
  files: number;
  posts: number;
  /** Left out by Jekyll. */
  ignored: number;
  /** Not readable, not UTF-8 or too large. */
  rejected: number;
  errors: number;
  warnings: number;
  /** Problems that were fixed; absent where nothing was to be. */
  fixed?: number;
}

/** A checked file as it is shown. */
export interface ShownFile {
  /** Relative to the working directory, with forward slashes. */
  shown: string;
  absolute: string;
  /** What is wrong with it, fixes made. */
  diagnostics: ReportedDiagnostic[];
  /** What was fixed before. */
  fixed: FixedDiagnostic[];
}

/** Prints what `validate` finds, file by file. */
export interface Printer {
  file(file: ShownFile): string;
  end(tally: Tally): string;
}

export type PrintFormat = 'pretty' | 'json' | 'github';

export function printerOf(format: PrintFormat, language: MessageLanguage): Printer {
  if (format === 'json') return jsonPrinter(language);
  const line = format === 'github' ? githubLine : prettyLine;
  return {
    file({ shown, diagnostics, fixed }) {
      // An annotation is for what is still to do.
      const done = format === 'github' ? [] : fixed.map((fix) => fixedLine(shown, fix, language));
      const left = diagnostics.map((diagnostic) =>
        line(shown, diagnostic, translateMessage(diagnostic, language)),
      );
      return [...done, ...left].map((text) => `${text}\n`).join('');
    },
    end({ files, posts, ignored, rejected, errors, warnings, fixed }) {
      const kinds = `${counted(posts, 'post')}, ${ignored} ignored, ${rejected} rejected`;
      const left = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
      return `${counted(files, 'file')}: ${kinds}; ${fixed === undefined ? '' : `${fixed} fixed; `}${left}\n`;
    },
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `file:line:column severity rule message`, in one line whatever the file is called and the message quotes. */
function prettyLine(
  shown: string,
  { line, column, severity, ruleId }: ReportedDiagnostic,
  message: string,
): string {
  return oneLine(`${shown}:${line}:${column} ${severity} ${ruleId} ${message}`);
}

/** `file:line:column fixed rule what-was-done`, at the place where the problem was. */
function fixedLine(
  shown: string,
  { line, column, ruleId, fix }: FixedDiagnostic,
  language: MessageLanguage,
): string {
  return oneLine(`${shown}:${line}:${column} fixed ${ruleId} ${fixTitle(fix, language)}`);
}

/** Control characters of names and texts are shown as escapes: they could end the line or steer the terminal. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => {
    const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
    return short ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
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

/**
 * One JSON document: for each file with problems what `textDocument/publishDiagnostics` takes, its path, and what was fixed in
 * it, at ranges of the file as it was just before.
 */
function jsonPrinter(language: MessageLanguage): Printer {
  const severities = { error: 1, warning: 2, info: 3 } as const;
  let isFirst = true;
  const before = (): string => {
    const text = isFirst ? '{"files":[\n' : ',\n';
    isFirst = false;
    return text;
  };
  return {
    file({ shown, absolute, diagnostics, fixed }) {
      if (diagnostics.length === 0 && fixed.length === 0) return '';
      const items = diagnostics.map((diagnostic) => ({
        range: diagnostic.range,
        severity: severities[diagnostic.severity],
        code: diagnostic.ruleId,
        source: 'strapi-press',
        message: translateMessage(diagnostic, language),
        ...(diagnostic.path || diagnostic.fix
          ? { data: { path: diagnostic.path, fix: translatedFix(diagnostic.fix, language) } }
          : {}),
      }));
      const uri = pathToFileURL(absolute).href;
      const done = fixed.map(({ range, ruleId, fix }) => ({
        range,
        code: ruleId,
        title: fixTitle(fix, language),
        edits: fix.edits,
      }));
      const entry = { uri, path: shown, diagnostics: items, ...(done.length > 0 && { fixed: done }) };
      return `${before()}${JSON.stringify(entry)}`;
    },
    end: (tally) => `${isFirst ? '{"files":[' : ''}\n],"summary":${JSON.stringify(tally)}}\n`,
  };
}

function translatedFix(fix: Fix | undefined, language: MessageLanguage): Fix | undefined {
  return fix && { ...fix, title: fixTitle(fix, language) };
}
