import { EXIT } from './io';
import { run } from './run';
import { keepHeapSmall } from './small-heap';

/** The process behind `strapi-press`. Strapi leaves timers behind, so the process is ended when all is written. */
export async function main(): Promise<void> {
  keepHeapSmall();
  // A reader that has seen enough (`strapi-press validate . | head`) is no failure.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    process.exit(code === 'EPIPE' ? EXIT.done : EXIT.usage);
  });
  const code = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY,
  });
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
