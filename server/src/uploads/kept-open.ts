import type { Source } from '../import/source';
import type { UploadFolder } from './upload-folder';

/** How long an upload stays open after its last use. */
const KEPT_MILLISECONDS = 60_000;

interface Opened {
  id: string;
  source: Promise<Source>;
  /** Of those that read from it now. */
  users: number;
  timer?: NodeJS.Timeout;
}

/**
 * Keeps the upload open whose files are changed one after the other: to read the list of a large zip file takes seconds.
 * Only one is held, as a list can be large; what was sent never changes, so that it cannot be out of date.
 */
export function keptOpen() {
  let kept: Opened | null = null;

  return async function use<Result>(
    { id }: UploadFolder,
    open: () => Promise<Source>,
    act: (source: Source) => Promise<Result>,
  ): Promise<Result> {
    const opened = kept?.id === id ? kept : replace({ id, source: open(), users: 0 });
    opened.users += 1;
    clearTimeout(opened.timer);
    try {
      return await act(await opened.source);
    } finally {
      opened.users -= 1;
      if (opened === kept) keep(opened);
      else if (opened.users === 0) await close(opened);
    }
  };

  function replace(opened: Opened): Opened {
    const before = kept;
    kept = opened;
    if (before && before.users === 0) void close(before);
    // What could not be opened may be there the next time.
    opened.source.catch(() => {
      if (kept === opened) kept = null;
    });
    return opened;
  }

  function keep(opened: Opened): void {
    if (opened.users > 0) return;
    opened.timer = setTimeout(() => {
      if (kept === opened) kept = null;
      void close(opened);
    }, KEPT_MILLISECONDS).unref();
  }
}

async function close({ source, timer }: Opened): Promise<void> {
  clearTimeout(timer);
  // One that could not be opened is nothing to close; whoever asked for it was told.
  await source.then(
    (opened) => opened.close?.(),
    () => undefined,
  );
}
