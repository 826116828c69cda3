import { PLUGIN_ID } from '../plugin-id';

/** The id under which a text of ours stands among all texts of the admin. @param key `PART.name`, as in `en/PART.json`. */
export function getTrad(key: string): string {
  return `${PLUGIN_ID}.${key}`;
}
