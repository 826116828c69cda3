import { useEffect, useRef, useState } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { importApi } from '../../../api/import-api';
import { getTrad } from '../../../translations/get-trad';
import { useLeaveWarning } from '../../use-leave-warning';
import { packFiles } from './pack-files';
import { selectionOf, type SelectedFile, type Selection } from './selection';
import { sendArchive, SendRefused } from './send-archive';

/** How far files are on their way to the server; counts files while they are packed, bytes while they are sent. */
export type Sending =
  | { step: 'idle' }
  | { step: 'reading' }
  | { step: 'packing' | 'sending'; done: number; total: number }
  | { step: 'refused'; why: string };

const REFUSALS = {
  nothing: 'import.refused.nothing',
  'several-zips': 'import.refused.several-zips',
  'too-many': 'import.refused.too-many',
} as const;

/** Milliseconds between two words about a file that was packed. */
const TOLD_EVERY = 100;

/** Packs and sends what somebody chose. @param onSent called with the number of the import that begins. */
export function useSendFiles(onSent: (id: number) => void) {
  const intl = useIntl();
  const token = useAuth('PressImport', (state) => state.token);
  const currentToken = useRef(token);
  currentToken.current = token;
  const [askServer] = importApi.useLazyGetImportsQuery();
  const [sending, setSending] = useState<Sending>({ step: 'idle' });
  const stopper = useRef<AbortController | null>(null);
  const isBusy = sending.step !== 'idle' && sending.step !== 'refused';

  useEffect(() => () => stopper.current?.abort(), []);
  useLeaveWarning(isBusy);

  return {
    sending,
    isBusy,
    /** @param found the files, or those of folders that are still being read. */
    async send(found: SelectedFile[] | Promise<SelectedFile[]>): Promise<void> {
      const stop = new AbortController();
      stopper.current = stop;
      try {
        setSending({ step: 'reading' });
        const selection = selectionOf(await found);
        if (selection.kind === 'refused')
          setSending({ step: 'refused', why: intl.formatMessage({ id: getTrad(REFUSALS[selection.why]) }) });
        else onSent(await sendSelection(selection, stop.signal));
      } catch (error) {
        if (stop.signal.aborted) setSending({ step: 'idle' });
        else setSending({ step: 'refused', why: failureOf(error) });
      }
    },
    stop: () => stopper.current?.abort(),
    /** Takes away why something was refused. */
    dismiss: () => setSending({ step: 'idle' }),
  };

  async function sendSelection(
    selection: Exclude<Selection, { kind: 'refused' }>,
    signal: AbortSignal,
  ): Promise<number> {
    const archive = selection.kind === 'zip' ? selection.file : await packed(selection.files, signal);
    const count = selection.kind === 'files' ? selection.files.length : 1;
    const name = selection.name ?? intl.formatMessage({ id: getTrad('import.files') }, { count });
    const total = archive.size;
    setSending({ step: 'sending', done: 0, total });
    // A token that has run out while files were packed is renewed by any request of Strapi's own client.
    await askServer({ page: 1, pageSize: 1 });
    signal.throwIfAborted();
    return sendArchive(archive, name, {
      token: currentToken.current,
      signal,
      onProgress: (done) => setSending({ step: 'sending', done, total }),
    });
  }

  function packed(files: readonly SelectedFile[], signal: AbortSignal): Promise<Blob> {
    const total = files.length;
    let told = performance.now();
    setSending({ step: 'packing', done: 0, total });
    return packFiles(files, {
      signal,
      onProgress(done) {
        if (performance.now() - told < TOLD_EVERY) return;
        told = performance.now();
        setSending({ step: 'packing', done, total });
      },
    });
  }

  function failureOf(error: unknown): string {
    if (error instanceof SendRefused) return error.message;
    if (error instanceof DOMException)
      return intl.formatMessage({ id: getTrad('import.refused.unreadable') });
    return intl.formatMessage({ id: getTrad('import.refused.connection') });
  }
}
