/** Ids of networks that old sites and libraries still list, with the reason why there is no link to them. */
export const DEAD_NETWORKS = {
  twitter: 'Twitter is X now: write x',
  pocket: 'Pocket closed on 2025-07-08',
  googleplus: 'Google+ is closed',
  googlebookmarks: 'Google Bookmarks is closed',
  delicious: 'Delicious is closed',
  mix: 'Mix is closed',
  diandian: 'Diandian (点点) is closed',
  tencentweibo: 'Tencent Weibo (腾讯微博) is closed',
  baidu: 'Baidu Bookmarks (百度搜藏) is closed',
} as const;

export type DeadNetwork = keyof typeof DEAD_NETWORKS;
