import { createContext, useContext } from 'react';
import type { EditableSettings, SettingProblem, SettingSource } from '../../../../core/admin/settings';
import { problemsAt, sourceOf, valueAt, type SettingEdits } from './setting-edits';

/** What the fields of the page share. */
export interface SettingsForm {
  /** As they will hold when they are saved. */
  values: EditableSettings;
  sources: Record<string, SettingSource>;
  belowSources: Record<string, SettingSource>;
  locales: string[];
  edits: SettingEdits;
  problems: readonly SettingProblem[];
  mayUpdate: boolean;
  /** @param value null takes the key back to what lies below. */
  change: (path: string, value: unknown) => void;
}

export const SettingsFormContext = createContext<SettingsForm | null>(null);

export function useSettingsForm(): SettingsForm {
  const form = useContext(SettingsFormContext);
  if (!form) throw new Error('a field of the settings stands outside of their form');
  return form;
}

/** One setting, as a field shows and changes it. */
export interface Setting {
  path: string;
  value: unknown;
  /** Where its value will come from when it is saved. */
  source: SettingSource;
  /** What it goes back to. */
  belowSource: SettingSource;
  isEdited: boolean;
  isReadOnly: boolean;
  error: string | undefined;
  change: (value: unknown) => void;
}

/** @param path dotted, such as `site.url`. */
export function useSetting(path: string): Setting {
  const { values, sources, belowSources, edits, problems, mayUpdate, change } = useSettingsForm();
  const belowSource = sourceOf(belowSources, path);
  const saved = sourceOf(sources, path);
  const edit = Object.hasOwn(edits, path) ? { value: edits[path] } : null;
  const isEdited = Object.keys(edits).some((edited) => edited === path || edited.startsWith(`${path}.`));
  const next = edit?.value === null ? belowSource : 'admin';
  const source = isEdited && saved !== 'file' ? next : saved;
  const messages = problemsAt(problems, path).map(({ message }) => message);
  return {
    path,
    value: valueAt(values, path),
    source,
    belowSource,
    isEdited,
    isReadOnly: !mayUpdate || saved === 'file',
    error: messages.length > 0 ? messages.join('; ') : undefined,
    change: (value) => change(path, value),
  };
}
