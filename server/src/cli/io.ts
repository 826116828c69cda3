/** Where a command reads and writes; tests give their own. */
export interface CommandIo {
  cwd: string;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  /** Whether progress can be drawn over itself. */
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
