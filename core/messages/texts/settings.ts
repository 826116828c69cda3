import type { Texts } from './texts';

/** What is said of values of settings that cannot be used; the key stands before it. */
export const SETTING_TEXTS = {
  'setting/at': { en: '{path}: {problem}', 'zh-Hans': '{path}：{problem}' },
  'setting/in-file': {
    en: 'is set in the config file; change it there',
    'zh-Hans': '由配置文件设定，请在配置文件中修改',
  },
  'setting/code': {
    en: 'is code; expected in the config file only',
    'zh-Hans': '是代码，只能写在配置文件中',
  },
  'setting/missing': { en: 'missing; expected a value', 'zh-Hans': '缺少，必须填写' },
  'setting/found': {
    en: 'found {found}; expected {expected}',
    'zh-Hans': '现在是 {found}，应为：{expected}',
  },
  'setting/unfit': {
    en: '{found} {clause}; expected {expected}',
    'zh-Hans': '{found} {clause}，应为：{expected}',
  },
  'setting/unknown-key': { en: 'unknown key; {hint}', 'zh-Hans': '没有这个键，{hint}' },
  'setting/unknown-rule': { en: 'unknown rule; {hint}', 'zh-Hans': '没有这条规则，{hint}' },
  'setting/meant': { en: 'did you mean {near}?', 'zh-Hans': '是不是想写 {near}？' },
  'setting/known': { en: 'expected one of {known}', 'zh-Hans': '可用的有：{known}' },
  'setting/unknown-name': {
    en: 'uses the unknown name {name}; expected {known}',
    'zh-Hans': '用了未知的名称 {name}，可用的有：{known}',
  },
  'setting/variable-name': {
    en: 'cannot be a name in a template; expected letters, digits and _, such as infoCode',
    'zh-Hans': '不能作为模板中的名称，应由字母、数字和 _ 组成，例如 infoCode',
  },
  'found/nothing': { en: 'nothing', 'zh-Hans': '空的' },
  'found/function': { en: 'a function', 'zh-Hans': '函数' },
  'unfit/not-absolute': { en: 'is not an absolute URL', 'zh-Hans': '不是完整的网址' },
  'unfit/time-zone': {
    en: 'is no time zone that this machine knows',
    'zh-Hans': '不是服务器认识的时区',
  },
  'unfit/encodes-site': {
    en: 'would encode the colon and the slashes of {name}; write {unencoded}',
    'zh-Hans': '会把 {name} 中的冒号和斜杠转义，请写成 {unencoded}',
  },
  'unfit/lone-brace': { en: 'has a brace without its partner', 'zh-Hans': '的花括号没有成对' },
  'unfit/expression': {
    en: 'has the expression {expression}, which RFC 6570 does not allow',
    'zh-Hans': '中的表达式 {expression} 不合 RFC 6570 的规定',
  },
  'unfit/unknown-name': {
    en: 'uses the unknown name {name}; known are {known}',
    'zh-Hans': '用了未知的名称 {name}（可用的有 {known}）',
  },
  'unfit/network': { en: 'is no network we know', 'zh-Hans': '不是已知的分享平台' },
  'unfit/near-network': {
    en: 'is no network we know; did you mean {near}?',
    'zh-Hans': '不是已知的分享平台（是不是想写 {near}？）',
  },
  'unfit/dead-network': { en: 'cannot be used: {reason}', 'zh-Hans': '不能使用：{reason}' },
  'unfit/placeholder': {
    en: 'has the placeholder :{name}, which Jekyll does not know',
    'zh-Hans': '中的占位符 :{name} 是 Jekyll 没有的',
  },
  'unfit/header': { en: 'cannot stand in a header', 'zh-Hans': '不能写在响应头里' },
  'unfit/host': { en: 'is not a host name', 'zh-Hans': '不是域名' },
  'expected/text': { en: 'a text', 'zh-Hans': '一段文字' },
  'expected/flag': { en: 'true or false', 'zh-Hans': 'true 或 false' },
  'expected/count': { en: 'a whole number above 0', 'zh-Hans': '大于 0 的整数' },
  'expected/count-to': { en: 'a whole number from 1 to {most}', 'zh-Hans': '1 至 {most} 的整数' },
  'expected/one-of': { en: 'one of {options}', 'zh-Hans': '{options} 之一' },
  'expected/map': { en: 'a map with the keys {keys}', 'zh-Hans': '由这些键组成的映射：{keys}' },
  'expected/url': {
    en: 'a URL with http:// or https://, such as https://example.org',
    'zh-Hans': '以 http:// 或 https:// 开头的网址，例如 https://example.org',
  },
  'expected/time-zone': {
    en: 'the IANA name of a time zone, such as Asia/Shanghai',
    'zh-Hans': '时区的 IANA 名称，例如 Asia/Shanghai',
  },
  'expected/label': {
    en: 'a text, or a map of texts by locale such as {example}',
    'zh-Hans': '一段文字，或各语言的文字，例如 {example}',
  },
  'expected/url-template': { en: 'an RFC 6570 URL template', 'zh-Hans': 'RFC 6570 网址模板' },
  'expected/network': {
    en: 'the id of a share network ({networks})',
    'zh-Hans': '分享平台的 ID（{networks}）',
  },
  'expected/networks': { en: 'a list of network ids', 'zh-Hans': '分享平台 ID 的列表' },
  'expected/permalink': {
    en: 'a Jekyll style (date, pretty, ordinal, weekdate, none) or a template such as /:categories/:title/',
    'zh-Hans': 'Jekyll 的样式（date、pretty、ordinal、weekdate、none），或 /:categories/:title/ 这样的模板',
  },
  'expected/header': {
    en: 'a header value, such as public, max-age=300',
    'zh-Hans': '响应头的值，例如 public, max-age=300',
  },
  'expected/schema': {
    en: 'a zod schema (use z of @strapi/utils)',
    'zh-Hans': 'zod schema（使用 @strapi/utils 的 z）',
  },
  'expected/texts-by-name': { en: 'a map of texts by name', 'zh-Hans': '名称与文字的映射' },
  'expected/query': { en: 'a map of query parameters', 'zh-Hans': '查询参数的映射' },
  'expected/mastodon': {
    en: 'the host of a Mastodon server, such as mastodon.social',
    'zh-Hans': 'Mastodon 服务器的域名，例如 mastodon.social',
  },
  'expected/fields': {
    en: 'a map of front matter keys to attributes',
    'zh-Hans': '头信息的键与字段的映射',
  },
  'expected/severities': { en: 'a map of rule ids to severities', 'zh-Hans': '规则与严重程度的映射' },
  'expected/older-forms': { en: 'a list of older forms', 'zh-Hans': '旧格式的列表' },
} as const satisfies Texts;
