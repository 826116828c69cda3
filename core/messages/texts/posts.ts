import type { Texts } from './texts';

/** What is said of a post that cannot be saved, published or changed along. */
export const POST_TEXTS = {
  'post/url-taken': {
    en: 'The URL {url} is taken by {owner}. Change the slug, the date or the permalink, or unpublish the other post.',
    'zh-Hans': '网址 {url} 已被{owner}占用。请修改网址名（slug）、日期或固定链接，或先取消发布那篇文章。',
  },
  'post/named': {
    en: 'the post "{title}" (document {document})',
    'zh-Hans': '文章“{title}”（文档 {document}）',
  },
  'post/another': { en: 'another published post', 'zh-Hans': '另一篇已发布的文章' },
  'post/url-taken-by-file': {
    en: 'The URL {url} is taken by the file {file}.',
    'zh-Hans': '网址 {url} 已被文件 {file} 占用。',
  },
  'post/url-taken-just-now': {
    en: 'another post was published at its new URL at the same moment',
    'zh-Hans': '就在此刻，另一篇文章以它的新网址发布了',
  },
  'post/problems': { en: '{count} problems: {problems}', 'zh-Hans': '共有 {count} 个问题：{problems}' },
  'post/both-changed': {
    en: 'The front matter and the field "{field}" were both changed and disagree. Change one of them and save again.',
    'zh-Hans': '头信息和“{field}”都改过，而且不一致。请只改其中一处，再保存。',
  },
  'post/front-matter-unreadable': {
    en: 'The front matter cannot be read, so "{field}" cannot be written into it: {problem}. Correct the front matter first.',
    'zh-Hans': '头信息无法读取，“{field}”写不进去：{problem}请先改正头信息。',
  },
  'post/not-a-map': { en: 'it is not a map of keys and values', 'zh-Hans': '它不是“键: 值”的形式。' },
  'post/nul-character': {
    en: '"{field}" has a NUL character, which cannot be stored. Remove it.',
    'zh-Hans': '“{field}”中有 NUL 字符，无法保存。请删除它。',
  },
  'post/cannot-follow': {
    en: 'The front matter of the post "{title}" (document {document}) cannot follow: {problems}',
    'zh-Hans': '文章“{title}”（文档 {document}）的头信息无法随之更改：{problems}',
  },
  'post/cannot-follow-and-keeps': {
    en: '{problem} It keeps {terms}.',
    'zh-Hans': '{problem}它保留{terms}。',
  },
  'post/gone': { en: 'There is no such post any more.', 'zh-Hans': '这篇文章已经不在了。' },
  'post/gone-in-locale': {
    en: 'There is no such post in this language any more.',
    'zh-Hans': '这篇文章已经没有这个语言的版本。',
  },
} as const satisfies Texts;
