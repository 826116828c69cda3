import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { isEqual } from 'lodash';
import { useIntl } from 'react-intl';
import { applyEdits } from '../../../../../core/diagnostics';
import type { PlacedDiagnostic } from '../../../../../core/admin/import';
import {
  type OpenedText,
  useLazyGetUploadedTextQuery,
  useWriteUploadedTextMutation,
} from '../../../api/import-api';
import { getTrad } from '../../../translations/get-trad';
import { useAnswer } from '../../../api/use-answer';

/** Changes a file of an upload in place. Each change gives the problems that are left; null where it was not made. */
export function useFileEdits(importId: number, path: string) {
  const intl = useIntl();
  const { toggleNotification } = useNotification();
  const [load] = useLazyGetUploadedTextQuery();
  const [write] = useWriteUploadedTextMutation();
  const [busy, setBusy] = useState<'fix' | 'restore' | null>(null);
  const answer = useAnswer();

  return {
    busy,
    /** Makes the fix of a problem. */
    fix: (diagnostic: PlacedDiagnostic) => during('fix', () => makeFix(diagnostic)),
    /** Gives the file its own text back. */
    restore: () => during('restore', () => keep(null)),
  };

  async function during<Result>(what: 'fix' | 'restore', act: () => Promise<Result>): Promise<Result> {
    setBusy(what);
    try {
      return await act();
    } finally {
      setBusy(null);
    }
  }

  async function makeFix(diagnostic: PlacedDiagnostic): Promise<PlacedDiagnostic[] | null> {
    const opened = await answer(opening());
    if (!opened) return null;
    // Somebody else may have changed the file since: only what the text says now may be fixed in it.
    const same = opened.diagnostics.find(
      ({ ruleId, range }) => ruleId === diagnostic.ruleId && isEqual(range, diagnostic.range),
    );
    const text = same?.fix && opened.text !== null ? applyEdits(opened.text, same.fix.edits) : null;
    if (text !== null) return keep(text);
    toggleNotification({
      type: 'warning',
      message: intl.formatMessage({ id: getTrad('import.fix.outdated') }),
    });
    return null;
  }

  function opening(): Promise<{ data: OpenedText } | { error: unknown }> {
    return load({ id: importId, path })
      .unwrap()
      .then(
        (data) => ({ data }),
        (error: unknown) => ({ error }),
      );
  }

  async function keep(text: string | null): Promise<PlacedDiagnostic[] | null> {
    const written = await answer(write({ id: importId, path, text }));
    return written?.diagnostics ?? null;
  }
}
