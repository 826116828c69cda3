import type { Texts } from './texts';

/** What is said of categories and tags that cannot be saved, deleted or merged. */
export const TERM_TEXTS = {
  'kind/category': { en: 'category', 'zh-Hans': '分类' },
  'kind/tag': { en: 'tag', 'zh-Hans': '标签' },
  'term/named': { en: 'the {kind} {terms}', 'zh-Hans': '{kind} {terms}' },
  'term/name-needed': {
    en: 'A name is needed: it is what readers see. Type a name, or a term as it stands in front matter.',
    'zh-Hans': '必须有名称，读者看到的就是它。请填写名称，或填写头信息中的词条。',
  },
  'term/taken': {
    en: 'The term "{term}" is taken by "{name}" (document {document}). Use that {kind}, or choose another term.',
    'zh-Hans': '词条“{term}”已被“{name}”（文档 {document}）占用。请使用那个{kind}，或换一个词条。',
  },
  'term/taken-just-now': {
    en: 'This term was taken at the same moment. Use the existing one, or choose another term.',
    'zh-Hans': '这个词条就在此刻被占用了。请使用已有的，或换一个词条。',
  },
  'term/circle': {
    en: '"{name}" cannot be placed under itself or under one of its own subcategories. Choose another parent.',
    'zh-Hans': '“{name}”不能放到自己或自己的下级分类之下。请另选上级分类。',
  },
  'term/in-use': {
    en: 'The {kind} "{name}" is used by {posts} and cannot be deleted. Give those posts another {kind} first, or merge it into another {kind} (strapi-press merge {type} {term} INTO).',
    'zh-Hans':
      '{kind}“{name}”仍有{posts}在使用，不能删除。请先为这些文章另选{kind}，或将它合并到其他{kind}（strapi-press merge {type} {term} INTO）。',
  },
  'term/one-post': { en: '{count} post', 'zh-Hans': ' {count} 篇文章' },
  'term/posts': { en: '{count} posts', 'zh-Hans': ' {count} 篇文章' },
  'term/gone': { en: 'There is no such {kind} in {locale}.', 'zh-Hans': '语言 {locale} 中没有这个{kind}。' },
  'term/no-kind': {
    en: 'Expected category or tag, not {kind}.',
    'zh-Hans': '应为 category 或 tag，现在是 {kind}。',
  },
  'merge/into-itself': {
    en: 'A {kind} cannot be merged into itself. Choose another {kind}.',
    'zh-Hans': '{kind}不能合并到自己。请另选一个{kind}。',
  },
  'merge/gone': {
    en: 'There is no {kind} with the document id {document} in {locale}.',
    'zh-Hans': '语言 {locale} 中没有文档 ID 为 {document} 的{kind}。',
  },
} as const satisfies Texts;
