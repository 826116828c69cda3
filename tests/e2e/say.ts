import { texts as en } from '../../admin/src/translations/en';
import { texts as zhHans } from '../../admin/src/translations/zh-Hans';

/** The languages of the plugin's admin. */
export const TEXTS = { en, 'zh-Hans': zhHans };

export type Language = keyof typeof TEXTS;

/** A text of the plugin by its key, such as `press.import`; `values` fill its names in braces. */
export type Say = (key: string, values?: Record<string, string>) => string;

/** The plugin's texts in a language. @throws where there is no text with that key. */
export function sayIn(language: Language): Say {
  return (key, values = {}) => {
    const text = TEXTS[language][key];
    if (text === undefined) throw new Error(`There is no text ${key}`);
    return text.replace(/\{(\w+)\}/g, (name, inside: string) => values[inside] ?? name);
  };
}
