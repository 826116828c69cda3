import { Argument, Command, CommanderError, Option } from 'commander';
import type { TermKind } from '../terms';
import { failureOf } from '../import/failure';
import { runExport, type ExportFlags } from './export-command';
import { runImport, type ImportFlags } from './import-command';
import { CommandError, EXIT, lineOf, type CommandIo } from './io';
import { runJobChange, runJobs, runWork, type JobsFlags, type WorkFlags } from './jobs-command';
import { runMerge, type MergeFlags } from './merge-command';
import { runRebuild, type RebuildFlags } from './rebuild-command';
import { runValidate, type ValidateFlags } from './validate-command';

export type { CommandIo } from './io';

/**
 * The command `strapi-press`.
 * @param argv without the names of node and the script.
 * @returns the exit code: 0 done, 1 errors found (`validate`, `import --strict`), files refused (`export`) or posts that stay (`merge`), 2 usage, path, config or database, 130 interrupted.
 */
export async function run(argv: string[], io: CommandIo): Promise<number> {
  let code: number = EXIT.done;
  const program = createProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof CommandError) {
      io.stderr(`strapi-press: ${lineOf(error)}\n`);
      return error.exitCode;
    }
    io.stderr(`strapi-press: ${lineOf(failureOf(error))}\n`);
    // A fault of ours is looked for with DEBUG=1.
    if (process.env.DEBUG && error instanceof Error) io.stderr(`${error.stack}\n`);
    return EXIT.usage;
  }
}

function createProgram(io: CommandIo, done: (code: number) => void): Command {
  const program = new Command('strapi-press')
    .description('Checks Jekyll sites, brings them into Strapi and writes them back')
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .showHelpAfterError('(strapi-press --help shows all commands)');

  program
    .command('validate')
    .description('Reports every problem of the posts of a site; needs no Strapi')
    .argument('<path...>', 'sites, folders or files')
    .option('--config <file>', 'rules: a JavaScript or JSON file with the config of the plugin')
    .option('--fix', 'make the safe fixes in the files, and report what is left')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['pretty', 'json', 'github']).default('pretty'),
    )
    .addOption(
      new Option('--lang <language>', 'language of the messages').choices(['en', 'zh-Hans']).default('en'),
    )
    .action(async (paths: string[], flags: ValidateFlags) => done(await runValidate(paths, flags, io)));

  program
    .command('import')
    .description("Brings a site, a folder or a file in; run it in the Strapi app's folder")
    .argument(
      '<source>',
      'a site, its _posts folder, one file, a .zip file, or - for lines {"path": …, "content": …}',
    )
    .option('--as <path>', 'the path in the site that a single file stands for (_posts/2021-12-29-title.md)')
    .option('--dry-run', 'tell what would happen and write nothing')
    .option('--strict', 'write nothing if any file has an error')
    .option('--overwrite', 'take the file where file and post were both changed')
    .option('--prune', 'delete the posts whose files are gone from the folder')
    .option(
      '--through-documents',
      "store each post through Strapi's Document Service: slower, with all hooks",
    )
    .option('--no-images', 'leave images where they are')
    .option('--locale <code>', 'locale of posts whose lang names none')
    .option('--report <file>', 'write every problem and the counts as JSON')
    .option('--json', 'print what happens as lines of JSON')
    .action(async (source: string, flags: ImportFlags) => done(await runImport(source, flags, io)));

  program
    .command('export')
    .description("Writes the posts as the files of a Jekyll site; run it in the Strapi app's folder")
    .argument('<target>', 'a folder, or a .zip file')
    .addOption(
      new Option('--status <status>', 'published: what readers see; all: drafts too')
        .choices(['published', 'all'])
        .default('all'),
    )
    .option('--prune', 'remove the files of posts that there are no more')
    .option('--dry-run', 'tell what would happen and write nothing')
    .option('--json', 'print what happens as lines of JSON')
    .action(async (target: string, flags: ExportFlags) => done(await runExport(target, flags, io)));

  program
    .command('rebuild')
    .description("Recomputes every generated field; run it in the Strapi app's folder")
    .option('--dry-run', 'count the differences and write nothing')
    .option('--json', 'print what happens as lines of JSON')
    .action(async (flags: RebuildFlags) => done(await runRebuild(flags, io)));

  program
    .command('merge')
    .description(
      "Gives all posts of a category or tag another one and deletes the first; run it in the Strapi app's folder",
    )
    .addArgument(new Argument('<kind>', 'what is merged').choices(['category', 'tag']))
    .argument('<from>', 'the term that goes, as it stands in front matter')
    .argument('<into>', 'the term that stays')
    .option('--locale <code>', "the terms' locale; the default locale where absent")
    .option('--json', 'print what happens as lines of JSON')
    .action(async (kind: TermKind, from: string, into: string, flags: MergeFlags) =>
      done(await runMerge({ kind, from, into }, flags, io)),
    );

  program
    .command('work')
    .description(
      "Runs queued jobs until Ctrl+C, where the app's servers run none; in the Strapi app's folder",
    )
    .option('--once', 'end when no job is queued')
    .action(async (flags: WorkFlags) => done(await runWork(flags, io)));

  const jobs = program
    .command('jobs')
    .description("Lists imports and regenerations, the newest first; run it in the Strapi app's folder")
    .option('--json', 'print as JSON')
    .action(async (flags: JobsFlags) => done(await runJobs(flags, io)));
  for (const what of ['cancel', 'resume'] as const) {
    jobs
      .command(what)
      .description(what === 'cancel' ? 'Stops a job after its batch' : 'Goes on with a job that stopped')
      .argument('<id>', 'its number')
      .action(async (id: string) => done(await runJobChange(what, id, io)));
  }

  for (const command of [...program.commands, ...jobs.commands]) {
    command.exitOverride().configureOutput({ writeOut: io.stdout, writeErr: io.stderr });
  }
  return program;
}
