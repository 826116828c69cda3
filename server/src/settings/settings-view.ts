import { get, isPlainObject } from 'lodash';
import type { EditableSettings, SettingProblem, SettingSource } from '../../../core/admin/settings';
import type { Settings } from '../../../core/settings';
import { saying } from '../../../core/messages';
import type { WrongValue } from '../config';
import { PLUGIN_ID } from '../plugin-id';
import { fromSiteConfig, resolveSettings, withoutNulls, type SettingsLayers } from './resolve-settings';
import { pathsOf } from './settings-patch';

/** The settings that administrators see. */
export function editableSettings(settings: Settings): EditableSettings {
  const { frontMatter, defaults: _defaults, siteFiles: _siteFiles, limits: _limits, ...rest } = settings;
  const { schema: _schema, ...checks } = frontMatter;
  return { ...rest, frontMatter: checks };
}

/** The settings as they would hold if administrators had set nothing. */
export function settingsBelow(layers: SettingsLayers): EditableSettings {
  return editableSettings(resolveSettings({ ...layers, admin: {} }));
}

/** Which layer says each value, by dotted path. */
export function settingSources(layers: SettingsLayers): Record<string, SettingSource> {
  const said = [
    ['file', withoutNulls(layers.file)],
    ['admin', withoutNulls(layers.admin)],
    ['site', fromSiteConfig(layers.site)],
  ] as const;
  const values = { ...editableSettings(resolveSettings(layers)) };
  return Object.fromEntries(
    pathsOf(values).map((path) => {
      const layer = said.find(([, layer]) => says(layer, path));
      return [path, layer?.[0] ?? 'default'];
    }),
  );
}

/** A key that is set to a map says nothing of what other layers add to the map. */
function says(layer: Record<string, unknown>, path: string): boolean {
  const found: unknown = get(layer, path.split('.'));
  return found !== undefined && !isPlainObject(found);
}

/** Values of a patch that the config file sets, so that they would change nothing. */
export function shadowedByFile(patch: Record<string, unknown>, filePaths: readonly string[]): string[] {
  return pathsOf(withoutNulls(patch)).filter((path) =>
    filePaths.some((set) => path === set || path.startsWith(`${set}.`) || set.startsWith(`${path}.`)),
  );
}

/** A wrong value as administrators see it, whose paths begin below the plugin's id. */
export function settingProblem({ path, problem }: WrongValue): SettingProblem {
  return { path: path.slice(PLUGIN_ID.length + 1), ...saying('message', problem) };
}
