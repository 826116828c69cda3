import { getTrad } from './get-trad';

type Texts = Record<string, string>;

/** The texts of each language that we have, loaded when the admin shows it. */
const LANGUAGES: Record<string, () => Promise<{ texts: Texts; labels?: Texts }>> = {
  en: () => import('./en'),
  'zh-Hans': () => import('./zh-Hans'),
};

/** The texts of each language the admin offers; English where ours has none. */
export function loadTranslations(locales: string[]): Promise<{ data: Texts; locale: string }[]> {
  return Promise.all(
    locales.map(async (locale) => {
      const { texts, labels = {} } = await (LANGUAGES[locale] ?? LANGUAGES.en)();
      const data = Object.fromEntries(Object.entries(texts).map(([key, text]) => [getTrad(key), text]));
      return { locale, data: { ...data, ...labels } };
    }),
  );
}
