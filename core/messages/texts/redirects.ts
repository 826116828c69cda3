import type { Texts } from './texts';

/** What is said of redirects that cannot be saved. */
export const REDIRECT_TEXTS = {
  'redirect/code': {
    en: '{code} does not lead readers elsewhere; use {codes}.',
    'zh-Hans': '{code} 不会把读者带到别处。请使用 {codes} 之一。',
  },
  'redirect/taken': {
    en: '{from} leads to {to} already. Change that redirect, or delete it.',
    'zh-Hans': '{from} 已经转到 {to}。请修改或删除那条跳转。',
  },
  'redirect/post-there': {
    en: '{from} is {post}, which readers get there. Unpublish it or change its URL first.',
    'zh-Hans': '读者在 {from} 看到的是{post}。请先取消发布它，或修改它的网址。',
  },
  'redirect/circle': {
    en: '{to} leads back to {from}: readers would go round in a circle.',
    'zh-Hans': '{to} 又转回 {from}，读者会来回打转。',
  },
  'redirect/from': {
    en: 'A redirect begins at a path of the site, such as /old/page.html; got "{found}".',
    'zh-Hans': '跳转的起点应是本站的路径，例如 /old/page.html；现在是“{found}”。',
  },
  'redirect/to': {
    en: 'A redirect leads to a path of the site, such as /new/page.html, or to a whole URL with http or https; got "{found}".',
    'zh-Hans':
      '跳转的目标应是本站的路径，例如 /new/page.html，或以 http、https 开头的完整网址；现在是“{found}”。',
  },
} as const satisfies Texts;
