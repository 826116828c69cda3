import { run } from './run';

/** The process behind `strapi-press`. Strapi leaves timers behind, so the process is ended when all is written. */
export async function main(): Promise<void> {
  const code = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    isTerminal: process.stdout.isTTY === true,
  });
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
