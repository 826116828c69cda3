import { DEAD_NETWORKS } from '../../links/dead-networks';
import type { Texts } from './texts';

/** Why there is no link to a network. */
export const NETWORK_TEXTS = {
  'network/twitter': { en: DEAD_NETWORKS.twitter, 'zh-Hans': 'Twitter 已改名为 X，请写 x' },
  'network/pocket': { en: DEAD_NETWORKS.pocket, 'zh-Hans': 'Pocket 已于 2025 年 7 月 8 日关闭' },
  'network/googleplus': { en: DEAD_NETWORKS.googleplus, 'zh-Hans': 'Google+ 已关闭' },
  'network/googlebookmarks': { en: DEAD_NETWORKS.googlebookmarks, 'zh-Hans': 'Google 书签已关闭' },
  'network/delicious': { en: DEAD_NETWORKS.delicious, 'zh-Hans': 'Delicious 已关闭' },
  'network/mix': { en: DEAD_NETWORKS.mix, 'zh-Hans': 'Mix 已关闭' },
  'network/diandian': { en: DEAD_NETWORKS.diandian, 'zh-Hans': '点点已关闭' },
  'network/tencentweibo': { en: DEAD_NETWORKS.tencentweibo, 'zh-Hans': '腾讯微博已关闭' },
  'network/baidu': { en: DEAD_NETWORKS.baidu, 'zh-Hans': '百度搜藏已关闭' },
} as const satisfies Texts;
