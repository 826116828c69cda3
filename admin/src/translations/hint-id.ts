import { getTrad } from './get-trad';

/** The id under which the translation of a field's hint stands. @param hint as in the configuration of the form, in English. */
export function hintId(hint: string): string {
  return getTrad(`hint.${hint}`);
}
