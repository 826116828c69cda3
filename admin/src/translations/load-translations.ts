import { getTrad } from './get-trad';
import { hintId } from './hint-id';

type Texts = Record<string, string>;

/** The texts of each language that we have, loaded when the admin shows it. */
const LANGUAGES: Record<string, () => Promise<{ texts: Texts; labels?: Texts; hints?: Texts }>> = {
  en: () => import('./en'),
  'zh-Hans': () => import('./zh-Hans'),
};

/** The texts of each language the admin offers; English where ours has none. */
export function loadTranslations(locales: string[]): Promise<{ data: Texts; locale: string }[]> {
  return Promise.all(
    locales.map(async (locale) => {
      const { texts, labels = {}, hints = {} } = await (LANGUAGES[locale] ?? LANGUAGES.en)();
      const data = { ...withIds(texts, getTrad), ...labels, ...withIds(hints, hintId) };
      return { locale, data };
    }),
  );
}

function withIds(texts: Texts, idOf: (key: string) => string): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [idOf(key), text]));
}
