import type { Core } from '@strapi/strapi';
import { readPost, readPostFile } from '../../../core/jekyll';
import type { PostReading } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { derivePost } from '../hook/derive-post';
import { footerTerms } from '../import/footer-terms';
import { loadLocales } from '../import/locales';
import { reportedDiagnostics } from '../import/report';
import { splitFooter } from '../import/split-footer';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { foreseenCategories } from '../terms/foreseen-categories';
import type { CheckAnswer } from './check-schema';

/** A post to look at: front matter alone, or a whole file. */
export type CheckedText = { locale?: string } & (
  | { text: string; path: string | null }
  | { content: string; path: string }
);

type Check = CheckAnswer['data'];

/** What a post is read as before its categories are looked up. */
interface ReadText {
  reading: PostReading;
  path: string | null;
  locale: string;
  capturedShareUrl: string | null;
  /** Names of categories that the footer tells, by term. */
  names: Record<string, string>;
}

const NO_POST = { fields: null, url: null, shareLinks: [], backLinks: [] };

/** Tells what a post would be, by the functions that store it, and writes nothing. */
export function checkService({ strapi }: { strapi: Core.Strapi }) {
  return {
    async check(checked: CheckedText): Promise<Check> {
      const settings = await pressService<SettingsService>(strapi, 'settings').get();
      const locales = await loadLocales(strapi, checked.locale);
      if ('text' in checked) {
        const { text: yaml, path } = checked;
        const reading = readPost({ yaml, filePath: path }, settings);
        const locale = locales.of(reading.extra.lang);
        const post = await derive({ reading, path, locale, capturedShareUrl: null, names: {} }, settings);
        return { diagnostics: reportedDiagnostics(reading.diagnostics, Buffer.from(yaml)), ...post };
      }
      const { content, path } = checked;
      const bytes = Buffer.from(content);
      const file = readPostFile({ path, bytes }, settings);
      const diagnostics = reportedDiagnostics(file.diagnostics, bytes);
      if (file.status !== 'post') return { diagnostics, ...NO_POST };
      const { reading } = file;
      const locale = locales.of(reading.extra.lang);
      const terms = await footerTerms(strapi).of(reading.fields.categories, locale);
      const { footer, names } = splitFooter(file, terms, locale, settings);
      const capturedShareUrl = footer?.shareUrl || null;
      return { diagnostics, ...(await derive({ reading, path, locale, capturedShareUrl, names }, settings)) };
    },
  };

  async function derive(
    { reading, path, locale, capturedShareUrl, names }: ReadText,
    settings: Settings,
  ): Promise<Omit<Check, 'diagnostics'>> {
    const categories = await foreseenCategories(strapi, reading.fields.categories, locale, names);
    const { url, shareLinks, backLinks } = derivePost(
      { reading, filePath: path, capturedShareUrl, categories, locale, published: false },
      settings,
    );
    return { fields: reading.fields, url, shareLinks, backLinks };
  }
}

export type CheckService = ReturnType<typeof checkService>;
