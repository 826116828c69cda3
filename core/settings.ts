import type { ZodType } from 'zod';
import type { RuleSeverities } from './diagnostics/rules';
import type { ValueMap } from './front-matter/value';

/** A text for people: one for all languages, or one by locale (`{ en: 'Back to {name}', 'zh-Hans': '返回{name}' }`). */
export type Label = string | Record<string, string>;

/** One entry of `defaults` in `_config.yml`. */
export interface FrontMatterDefault {
  scope: { path: string; type?: string };
  values: ValueMap;
}

/** What of `_config.yml` decides which files are posts, and which of them are Markdown. */
export interface SiteFiles {
  /** Patterns of what is read although it is excluded or its name begins with `.`, `_`, `#` or `~`. */
  include: string[];
  /** Patterns of what is not read, those that hold in every site among them. */
  exclude: string[];
  /** The folder in which posts lie, as written; '' for the whole site. */
  collectionsDir: string;
  /** Extensions of Markdown files, lower case, with their dots. */
  markdownExtensions: string[];
}

/** The block that a site writes under each post: `template` over `{share}` and `{backLinks}`, `backLink` over `{label}` and `{url}`. */
export interface FooterForm {
  template: string;
  /** One back link; a Markdown link (`[{label}]({url})`) where absent, as in a form without back links. */
  backLink?: string;
  /** Between two back links; `backLinks.separator` where absent. */
  separator?: string;
  /** Own back link templates of this (older) form; `backLinks.category` and `backLinks.home` where absent. */
  category?: LinkTemplate;
  home?: LinkTemplate;
}

export interface LinkTemplate {
  /** Plain text with names in braces (`返回{name}`). */
  label: Label;
  /** RFC 6570 URI template over flat names (`/category/{slug}.html`). */
  url: string;
}

/**
 * All settings that reading, links and writing depend on, resolved and complete: config file, then admin settings, then
 * the site's `_config.yml` recorded at import, then defaults (DESIGN: section 8).
 */
export interface Settings {
  site: {
    /** Scheme and host, no slash at the end (`https://example.org`); null: nothing to share. */
    url: string | null;
    title: string | null;
    /** IANA name (`Asia/Shanghai`). Dates without zone are read in it, and URLs are dated in it. */
    timezone: string;
    /** BCP 47 tag of the site's language, for labels where the post names none. */
    language: string | null;
    /** Jekyll's `baseurl`, prefixed to canonical URLs; '' where absent. */
    baseurl: string;
  };
  /** A Jekyll permalink style (`date`, `pretty`, `ordinal`, `weekdate`, `none`) or template (`/:categories/:title/`). */
  permalink: string;
  /** Whether posts dated ahead are shown. */
  future: boolean;
  /** `excerpt_separator` of `_config.yml`. */
  excerptSeparator: string;
  /** `defaults` of `_config.yml`, in the order of the file. */
  defaults: FrontMatterDefault[];
  /** `include`, `exclude`, `collections_dir` and `markdown_ext` of `_config.yml`. */
  siteFiles: SiteFiles;
  frontMatter: {
    schema?: ZodType;
    /** Front matter key → attribute with which an app extended our Post type. */
    fields: Record<string, string>;
    unknownKeys: 'keep' | 'warn' | 'error';
    /** `jekyll` reads a zoneless YAML time as UTC, as Jekyll does; `wall-clock` in the site's zone. */
    dates: 'jekyll' | 'wall-clock';
    rules: RuleSeverities;
    translationKey: string | null;
  };
  share: {
    /** RFC 6570 template of the share target; null: the canonical URL. */
    url: string | null;
    /** Extra names for that template: plain text with names in braces (`{ infoCode: '{post.slug}' }`). */
    variables: Record<string, string>;
    /** Ids of the networks whose links are stored, in order. */
    networks: string[];
    /** Query parameters added to the shared URL (`{ utm_source: '{network}' }`); null: none. */
    utm: Record<string, string> | null;
    /** Host of the Mastodon server that share links point to. */
    mastodonInstance: string | null;
  };
  backLinks: {
    category: LinkTemplate;
    home: LinkTemplate;
    /** Between two back links where they are written as text. */
    separator: string;
  };
  footer: { write: FooterForm; read: FooterForm[]; onExport: 'keep' | 'current' } | null;
  terms: {
    termFrom: 'name' | 'slug';
    /** RFC 6570 template of the URL of a tag's page (`/tag/{slug}`); null: tags have no pages. */
    tagUrl: string | null;
  };
  slug: { transliterate: 'pinyin' | 'none' };
  feeds: {
    /** Where feeds and sitemaps are published, such as `https://cms.example/api/press`; null: at the site. */
    url: string | null;
    /** Posts in a feed, unless a reader asks for another number. */
    limit: number;
    /** The header `Cache-Control` of feeds and sitemaps. */
    cacheControl: string;
    /** Whether feeds give the text of posts, or their excerpt alone. */
    content: boolean;
    /** Whether feeds give the share links and back links of posts. */
    links: boolean;
  };
  limits: {
    /** Largest file that is read, in bytes. */
    fileBytes: number;
    /** Largest image that goes to the media library, in bytes. */
    imageBytes: number;
    /** Largest YAML text that is parsed, in UTF-16 code units. */
    frontMatterLength: number;
    /** Deepest nesting of maps and lists that is parsed. */
    frontMatterDepth: number;
    /** Most files of an archive that is imported. */
    archiveFiles: number;
    /** Most bytes of all its files together. */
    archiveBytes: number;
    /** Most bytes that one compressed byte of a file may stand for. */
    archiveRatio: number;
    /** Largest body of an ingest request, and most bytes of the files of a zip in it, unpacked. */
    ingestBytes: number;
    /** Most files of an ingest request. */
    ingestItems: number;
  };
}
