import editor from './editor.json';
import fields from './fields.json';
import importTexts from './import.json';
import panels from './panels.json';
import press from './press.json';

/** All texts of this language, by their keys. */
export const texts: Record<string, string> = { ...press, ...editor, ...panels, ...importTexts };

/** Labels of fields, under the ids that the Content Manager asks for; other languages have those of the forms' configuration. */
export const labels: Record<string, string> = fields;
