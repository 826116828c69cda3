/** Languages that messages exist in (BCP 47). */
export type MessageLanguage = 'en' | 'zh-Hans';

/** The language of messages for a language of the admin. */
export function messageLanguage(locale: string): MessageLanguage {
  return /^zh(?!-(?:Hant|TW|HK))/.test(locale) ? 'zh-Hans' : 'en';
}
