import { canonicalUrl } from '../links';
import type { Settings } from '../settings';

/** What search engines and social networks are told of a post. */
export interface Seo {
  title: string;
  /** Plain text; null where there is none. */
  description: string | null;
  /** Null where the site has no address or the post no URL. */
  canonicalUrl: string | null;
  /** A schema.org `NewsArticle` as JSON-LD, which may stand in a `script` element as it is. */
  jsonLd: string;
  /** Properties of the Open Graph protocol (https://ogp.me). */
  openGraph: OpenGraphProperty[];
}

export interface OpenGraphProperty {
  property: string;
  content: string;
}

/** What of a post that is made of. */
export interface SeoInput {
  title: string;
  /** Plain text. */
  description: string | null;
  url: string | null;
  /** ISO 8601. */
  published: string | null;
  modified: string | null;
  author: string | null;
  /** Absolute address. */
  image: string | null;
  /** Names of the categories, nearest first. */
  sections: string[];
  /** Names of the tags. */
  keywords: string[];
  /** BCP 47. */
  language: string | null;
  wordCount: number;
}

/** Longer descriptions are cut by search engines; at a word, with an ellipsis. */
const LONGEST_DESCRIPTION = 300;

/** Titles, JSON-LD and Open Graph of a post: a pure function of it and the settings. */
export function postSeo(input: SeoInput, { site }: Pick<Settings, 'site'>): Seo {
  const { title, url, author, image, published, modified, sections, keywords, language } = input;
  const canonical = url === null ? null : canonicalUrl(url, { site });
  const description = shortened(input.description);
  const publisher = site.title === null ? undefined : { '@type': 'Organization', name: site.title };
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    ...defined({
      description,
      url: canonical,
      mainEntityOfPage: canonical,
      datePublished: published,
      dateModified: modified ?? published,
      inLanguage: language,
      articleSection: sections[0],
      keywords: keywords.length > 0 ? keywords.join(', ') : undefined,
      image: image === null ? undefined : [image],
      author: author === null ? publisher : { '@type': 'Person', name: author },
      publisher,
      wordCount: input.wordCount || undefined,
    }),
  };
  return {
    title,
    description,
    canonicalUrl: canonical,
    // `<` would let a text end the element that the JSON stands in.
    jsonLd: JSON.stringify(article)
      .replace(/</g, '\\u003c')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029'),
    openGraph: properties([
      ['og:type', 'article'],
      ['og:title', title],
      ['og:description', description],
      ['og:url', canonical],
      ['og:site_name', site.title],
      ['og:locale', language?.replace(/-/g, '_') ?? null],
      ['og:image', image],
      ['article:published_time', published],
      ['article:modified_time', modified],
      ['article:author', author],
      ['article:section', sections[0] ?? null],
      ...keywords.map((tag): [string, string] => ['article:tag', tag]),
    ]),
  };
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

function properties(values: [string, string | null][]): OpenGraphProperty[] {
  return values.flatMap(([property, content]) => (content ? [{ property, content }] : []));
}

function shortened(text: string | null): string | null {
  if (!text) return null;
  const characters = [...text];
  if (characters.length <= LONGEST_DESCRIPTION) return text;
  const cut = characters.slice(0, LONGEST_DESCRIPTION).join('');
  return `${cut.replace(/\s+\S{0,30}$/, '')}…`;
}
