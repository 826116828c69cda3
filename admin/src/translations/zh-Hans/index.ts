import editor from './editor.json';
import exportPage from './export.json';
import fields from './fields.json';
import fieldHints from './hints.json';
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

/** Labels of fields, under the ids that the Content Manager asks for; other languages have those of the forms' configuration. */
export const labels: Record<string, string> = fields;

/** Hints of fields, by what they say in English, which is in the forms' configuration. */
export const hints: Record<string, string> = fieldHints;
