/** Where a command reads and writes; tests give their own. */
export interface CommandIo {
  cwd: string;
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  /** Whether stderr is a terminal, on which progress can be drawn over itself. */
  isTerminal: boolean;
}

/** Ends a command with an exit code; its message is one clear line. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

export const EXIT = { done: 0, problems: 1, usage: 2, interrupted: 130 } as const;

/** What an error says, in one line. */
export function lineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().replace(/\s*\n\s*/g, ' ');
}
