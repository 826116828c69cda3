import { DEFAULT_SITE_FILES } from './jekyll/site-files';
import type { Settings } from './settings';

/** The settings of a site that says nothing: an empty plugin config and no `_config.yml`. */
export function defaultSettings(): Settings {
  return {
    site: { url: null, title: null, timezone: 'UTC', language: null, baseurl: '' },
    permalink: 'date',
    future: false,
    excerptSeparator: '\n\n',
    defaults: [],
    siteFiles: DEFAULT_SITE_FILES,
    frontMatter: { fields: {}, unknownKeys: 'keep', dates: 'jekyll', rules: {}, translationKey: null },
    share: {
      url: null,
      variables: {},
      networks: ['x', 'facebook', 'linkedin', 'weibo', 'wechat', 'email'],
      utm: null,
      mastodonInstance: null,
    },
    backLinks: {
      category: { label: { en: 'Back to {name}', 'zh-Hans': '返回{name}' }, url: '/category/{slug}' },
      home: { label: { en: 'Back to home', 'zh-Hans': '返回首页' }, url: '/' },
      separator: ' | ',
    },
    footer: null,
    terms: { termFrom: 'name', tagUrl: null },
    slug: { transliterate: 'pinyin' },
    feeds: { url: null, limit: 10, cacheControl: 'public, max-age=300', content: true, links: false },
    limits: {
      fileBytes: 5_000_000,
      imageBytes: 50_000_000,
      frontMatterLength: 100_000,
      frontMatterDepth: 64,
      archiveFiles: 2_000_000,
      archiveBytes: 50_000_000_000,
      archiveRatio: 200,
      ingestBytes: 20_000_000,
      ingestItems: 1000,
    },
  };
}
