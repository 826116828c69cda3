import type { FooterSettings } from '../../../core/links';
import type { CategoryNode, PostFields } from '../../../core/post';

/** Settings of a small site, with what a test changes. */
export function linkSettings(
  changes: { [K in keyof FooterSettings]?: Partial<FooterSettings[K]> } = {},
): FooterSettings {
  return {
    site: {
      url: 'https://example.org',
      title: 'An Example',
      timezone: 'Asia/Shanghai',
      language: null,
      baseurl: '',
      ...changes.site,
    },
    share: { url: null, variables: {}, networks: [], utm: null, mastodonInstance: null, ...changes.share },
    backLinks: {
      category: { label: { en: 'Back to {name}', 'zh-Hans': '返回{name}' }, url: '/category/{slug}.html' },
      home: { label: { en: 'Back to the home page', 'zh-Hans': '返回首页' }, url: '/' },
      separator: ' | ',
      ...changes.backLinks,
    },
    footer:
      changes.footer === undefined
        ? null
        : { write: { template: '' }, read: [], onExport: 'keep', ...changes.footer },
  };
}

export function post(changes: Partial<PostFields> = {}): PostFields {
  return {
    title: 'Rain at last',
    slug: 'rain-at-last',
    date: '2021-12-29T00:43:42.000Z',
    layout: null,
    author: null,
    source: null,
    excerpt: null,
    image: null,
    permalink: null,
    shareUrl: null,
    categories: [],
    tags: [],
    ...changes,
  };
}

export function category(term: string, changes: Partial<CategoryNode> = {}): CategoryNode {
  return {
    id: term,
    documentId: `document-of-${term}`,
    name: `The ${term}`,
    slug: term,
    term,
    shareUrl: null,
    backLinkLabel: null,
    parent: null,
    ...changes,
  };
}
