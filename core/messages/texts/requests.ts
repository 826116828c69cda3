import type { Texts } from './texts';

/** What is said of requests of the admin that are not as expected or not allowed. */
export const REQUEST_TEXTS = {
  other: { en: '{text}', 'zh-Hans': '{text}' },
  'list/or': { en: '{first} or {last}', 'zh-Hans': '{first}或{last}' },
  'list/and': { en: '{first} and {last}', 'zh-Hans': '{first}和{last}' },
  'request/invalid': { en: 'Invalid request: {problems}', 'zh-Hans': '请求无效：{problems}' },
  'request/no-locale': {
    en: 'There is no locale {locale}; expected {locales}',
    'zh-Hans': '没有语言 {locale}，应为 {locales} 之一',
  },
  'request/zip-type': {
    en: 'Expected a body of the type application/zip',
    'zh-Hans': '发送的内容应为 application/zip 类型',
  },
  'request/too-large': {
    en: 'The body is larger than limits.{limit} ({bytes})',
    'zh-Hans': '发送的内容超过上限 limits.{limit}（{bytes} 字节）',
  },
  'role/write-posts': {
    en: 'Your roles do not let you create, change and publish posts.',
    'zh-Hans': '您的角色无权新建、修改和发布文章。',
  },
  'role/entries': {
    en: 'Your roles do not let you {actions} entries of {type}.',
    'zh-Hans': '您的角色无权{actions}{type}。',
  },
  'role/this-post': {
    en: 'Your roles do not let you change this post.',
    'zh-Hans': '您的角色无权修改这篇文章。',
  },
  'role/read': { en: 'read', 'zh-Hans': '查看' },
  'role/create': { en: 'create', 'zh-Hans': '新建' },
  'role/update': { en: 'update', 'zh-Hans': '修改' },
  'role/delete': { en: 'delete', 'zh-Hans': '删除' },
  'role/publish': { en: 'publish', 'zh-Hans': '发布' },
  'type/plugin::press.post': { en: 'plugin::press.post', 'zh-Hans': '文章' },
  'type/plugin::press.category': { en: 'plugin::press.category', 'zh-Hans': '分类' },
  'type/plugin::press.tag': { en: 'plugin::press.tag', 'zh-Hans': '标签' },
} as const satisfies Texts;
