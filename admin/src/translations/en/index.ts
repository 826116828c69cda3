import editor from './editor.json';
import jobs from './jobs.json';
import panels from './panels.json';
import press from './press.json';
import settings from './settings.json';

/** All texts of this language, by their keys. */
export const texts: Record<string, string> = { ...press, ...editor, ...panels, ...jobs, ...settings };
