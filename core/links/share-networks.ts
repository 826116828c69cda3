/** What a parameter of a share link holds. `text` is title and URL together, for networks with a single field. */
export type ShareValue = 'url' | 'title' | 'text' | 'description' | 'image' | 'siteTitle';

/** How one network takes a link: where its form is and what goes into which query parameter. */
export interface ShareNetwork {
  id: string;
  label: { en: string; 'zh-Hans': string };
  /** Address of the share form; `{instance}` is the site's Mastodon server, `{url}` the shared URL. */
  endpoint: string;
  /** Query parameter → what it holds, in order. Parameters without a value are left out. */
  parameters: Record<string, ShareValue>;
  /** Parameters that are the same for every post. */
  fixed?: Record<string, string>;
  /** Longest `text` that the network takes, in grapheme clusters; the title is shortened to fit. */
  longestText?: number;
}

/** Every network whose share form answers, in the order of the documentation (`docs/share-networks.md`). */
export const SHARE_NETWORKS = [
  {
    id: 'x',
    label: { en: 'X', 'zh-Hans': 'X' },
    endpoint: 'https://x.com/intent/post',
    parameters: { url: 'url', text: 'title' },
  },
  {
    id: 'facebook',
    label: { en: 'Facebook', 'zh-Hans': 'Facebook' },
    endpoint: 'https://www.facebook.com/sharer/sharer.php',
    parameters: { u: 'url' },
  },
  {
    id: 'linkedin',
    label: { en: 'LinkedIn', 'zh-Hans': '领英' },
    endpoint: 'https://www.linkedin.com/sharing/share-offsite/',
    parameters: { url: 'url' },
  },
  {
    id: 'whatsapp',
    label: { en: 'WhatsApp', 'zh-Hans': 'WhatsApp' },
    endpoint: 'https://wa.me/',
    parameters: { text: 'text' },
  },
  {
    id: 'telegram',
    label: { en: 'Telegram', 'zh-Hans': 'Telegram' },
    endpoint: 'https://t.me/share/url',
    parameters: { url: 'url', text: 'title' },
  },
  {
    id: 'reddit',
    label: { en: 'Reddit', 'zh-Hans': 'Reddit' },
    endpoint: 'https://www.reddit.com/submit',
    parameters: { url: 'url', title: 'title' },
  },
  {
    id: 'hackernews',
    label: { en: 'Hacker News', 'zh-Hans': 'Hacker News' },
    endpoint: 'https://news.ycombinator.com/submitlink',
    parameters: { u: 'url', t: 'title' },
  },
  {
    id: 'mastodon',
    label: { en: 'Mastodon', 'zh-Hans': 'Mastodon' },
    endpoint: 'https://{instance}/share',
    parameters: { text: 'text' },
  },
  {
    id: 'bluesky',
    label: { en: 'Bluesky', 'zh-Hans': 'Bluesky' },
    endpoint: 'https://bsky.app/intent/compose',
    parameters: { text: 'text' },
    longestText: 300,
  },
  {
    id: 'threads',
    label: { en: 'Threads', 'zh-Hans': 'Threads' },
    endpoint: 'https://www.threads.com/intent/post',
    parameters: { url: 'url', text: 'title' },
  },
  {
    id: 'pinterest',
    label: { en: 'Pinterest', 'zh-Hans': 'Pinterest' },
    endpoint: 'https://www.pinterest.com/pin/create/button/',
    parameters: { url: 'url', media: 'image', description: 'title' },
  },
  {
    id: 'email',
    label: { en: 'E-mail', 'zh-Hans': '电子邮件' },
    endpoint: 'mailto:',
    parameters: { subject: 'title', body: 'text' },
  },
  {
    id: 'weibo',
    label: { en: 'Weibo', 'zh-Hans': '微博' },
    endpoint: 'https://service.weibo.com/share/share.php',
    parameters: { url: 'url', title: 'title', pic: 'image' },
  },
  {
    id: 'qq',
    label: { en: 'QQ', 'zh-Hans': 'QQ' },
    endpoint: 'https://connect.qq.com/widget/shareqq/index.html',
    parameters: { url: 'url', title: 'title', source: 'siteTitle', desc: 'description', pics: 'image' },
  },
  {
    id: 'qzone',
    label: { en: 'Qzone', 'zh-Hans': 'QQ空间' },
    endpoint: 'https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey',
    parameters: { url: 'url', title: 'title', site: 'siteTitle', summary: 'description', pics: 'image' },
  },
  {
    id: 'wechat',
    label: { en: 'WeChat', 'zh-Hans': '微信' },
    endpoint: '{url}',
    parameters: {},
  },
  {
    id: 'douban',
    label: { en: 'Douban', 'zh-Hans': '豆瓣' },
    endpoint: 'https://www.douban.com/share/service',
    parameters: { href: 'url', name: 'title', text: 'description', image: 'image' },
  },
  {
    id: 'line',
    label: { en: 'LINE', 'zh-Hans': 'LINE' },
    endpoint: 'https://social-plugins.line.me/lineit/share',
    parameters: { url: 'url', text: 'title' },
  },
  {
    id: 'naver',
    label: { en: 'Naver', 'zh-Hans': 'Naver' },
    endpoint: 'https://share.naver.com/web/shareView',
    parameters: { url: 'url', title: 'title' },
  },
  {
    id: 'vk',
    label: { en: 'VK', 'zh-Hans': 'VK' },
    endpoint: 'https://vk.com/share.php',
    parameters: { url: 'url', title: 'title', image: 'image' },
  },
  {
    id: 'tumblr',
    label: { en: 'Tumblr', 'zh-Hans': 'Tumblr' },
    endpoint: 'https://www.tumblr.com/widgets/share/tool',
    parameters: { canonicalUrl: 'url', title: 'title', caption: 'description' },
    fixed: { posttype: 'link' },
  },
  {
    id: 'teams',
    label: { en: 'Microsoft Teams', 'zh-Hans': 'Microsoft Teams' },
    endpoint: 'https://teams.microsoft.com/share',
    parameters: { href: 'url', msgText: 'title' },
  },
  {
    id: 'xing',
    label: { en: 'XING', 'zh-Hans': 'XING' },
    endpoint: 'https://www.xing.com/spi/shares/new',
    parameters: { url: 'url' },
  },
  {
    id: 'flipboard',
    label: { en: 'Flipboard', 'zh-Hans': 'Flipboard' },
    endpoint: 'https://share.flipboard.com/bookmarklet/popout',
    parameters: { title: 'title', url: 'url' },
    fixed: { v: '2' },
  },
  {
    id: 'hatena',
    label: { en: 'Hatena Bookmark', 'zh-Hans': 'Hatena 书签' },
    endpoint: 'https://b.hatena.ne.jp/add',
    parameters: { url: 'url', title: 'title' },
    fixed: { mode: 'confirm' },
  },
  {
    id: 'instapaper',
    label: { en: 'Instapaper', 'zh-Hans': 'Instapaper' },
    endpoint: 'https://www.instapaper.com/hello2',
    parameters: { url: 'url', title: 'title', description: 'description' },
  },
  {
    id: 'raindrop',
    label: { en: 'Raindrop.io', 'zh-Hans': 'Raindrop.io' },
    endpoint: 'https://app.raindrop.io/add',
    parameters: { link: 'url', title: 'title' },
  },
  {
    id: 'lobsters',
    label: { en: 'Lobsters', 'zh-Hans': 'Lobsters' },
    endpoint: 'https://lobste.rs/stories/new',
    parameters: { url: 'url', title: 'title' },
  },
] as const satisfies ShareNetwork[];
