import editor from './editor.json';
import exportPage from './export.json';
import importPage from './import.json';
import jobs from './jobs.json';
import list from './list.json';
import overview from './overview.json';
import panels from './panels.json';
import press from './press.json';
import settings from './settings.json';
import terms from './terms.json';

/** All texts of this language, by their keys. */
export const texts: Record<string, string> = {
  ...editor,
  ...exportPage,
  ...importPage,
  ...jobs,
  ...list,
  ...overview,
  ...panels,
  ...press,
  ...settings,
  ...terms,
};
