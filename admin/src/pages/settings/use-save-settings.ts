import { useState } from 'react';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { SettingProblem, SettingsPatch } from '../../../../core/admin/settings';
import { useUpdatePressSettingsMutation } from '../../api/settings-api';
import { getTrad } from '../../translations/get-trad';

interface Refusal {
  details?: { errors?: (Omit<SettingProblem, 'path'> & { path: string[] })[] };
}

interface SettingsSaving {
  save: (patch: SettingsPatch, posts: number) => Promise<void>;
  isSaving: boolean;
  /** Why the last save was refused, by fields. */
  refusals: SettingProblem[];
  forget: () => void;
}

/** Saves settings and tells what became of it. @param onSaved called when they are stored. */
export function useSaveSettings(onSaved: () => void): SettingsSaving {
  const intl = useIntl();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [update, { isLoading }] = useUpdatePressSettingsMutation();
  const [refusals, setRefusals] = useState<SettingProblem[]>([]);

  const save = async (patch: SettingsPatch, posts: number): Promise<void> => {
    const result = await update(patch);
    if (!('data' in result)) {
      const { details } = result.error as Refusal;
      setRefusals((details?.errors ?? []).map((problem) => ({ ...problem, path: problem.path.join('.') })));
      const message = formatAPIError(result.error as Parameters<typeof formatAPIError>[0]);
      toggleNotification({ type: 'danger', message, timeout: 10_000 });
      return;
    }
    setRefusals([]);
    onSaved();
    const text = result.data.jobId === null ? 'settings.saved' : 'settings.savedJob';
    toggleNotification({ type: 'success', message: intl.formatMessage({ id: getTrad(text) }, { posts }) });
  };
  return { save, isSaving: isLoading, refusals, forget: () => setRefusals([]) };
}
