/** What ends a command: Ctrl+C, and a process manager. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs something with a signal that Ctrl+C sets off once; the second one ends the process. */
export async function untilSignal<Result>(run: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort();
  for (const name of SIGNALS) process.once(name, interrupt);
  try {
    return await run(controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, interrupt);
  }
}

/**
 * Strapi and Apollo Server handle signals themselves and would end the process in the middle of a file.
 * @returns a function that removes all handlers which were not there when this one was called.
 */
export function foreignSignalHandlers(): () => void {
  const own = new Set(SIGNALS.flatMap((name) => process.listeners(name)));
  return () => {
    for (const name of SIGNALS) {
      for (const handler of process.listeners(name)) if (!own.has(handler)) process.off(name, handler);
    }
  };
}
