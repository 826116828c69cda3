import en from './translations/en.json';
import zhHans from './translations/zh-Hans.json';

const PLUGIN_ID = 'press';
const TRANSLATIONS: Record<string, Record<string, string>> = { en, 'zh-Hans': zhHans };

interface AdminApp {
  registerPlugin(plugin: { id: string; name: string }): void;
}

/** The admin side of the plugin, as Strapi 5 loads it. */
export default {
  register(app: AdminApp): void {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  /** The texts of each language the admin offers; English where ours has none. */
  registerTrads({
    locales,
  }: {
    locales: string[];
  }): Promise<{ data: Record<string, string>; locale: string }[]> {
    const prefixed = (texts: Record<string, string>): Record<string, string> =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));
    return Promise.resolve(
      locales.map((locale) => ({ locale, data: prefixed(TRANSLATIONS[locale] ?? TRANSLATIONS.en) })),
    );
  },
};
