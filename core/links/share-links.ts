import type { ShareLink } from '../post';
import { canonicalUrl } from './canonical-url';
import { expandText, labelText } from './label';
import type { LinkSettings } from './link-settings';
import { shareNames } from './names';
import { networkUrl } from './network-url';
import { SHARE_NETWORKS, type ShareNetwork } from './share-networks';
import { shareTarget, type ShareInput } from './share-target';
import { absoluteUrl, encodeValue } from './url-encoding';

const NETWORKS: ReadonlyMap<string, ShareNetwork> = new Map(
  SHARE_NETWORKS.map((network): [string, ShareNetwork] => [network.id, network]),
);

const LINK_LABEL = { en: 'Link', 'zh-Hans': '链接' };

/** Adds the site's `share.utm` to a URL, before its fragment; a parameter that the URL has already is left alone. */
function withUtm(target: string, network: string, input: ShareInput): string {
  const { utm } = input.settings.share;
  if (utm === null) return target;
  const names = {
    ...shareNames(input.post, input.canonicalUrl, input.categories[0], input.settings),
    network,
  };
  const present = new URL(target).searchParams;
  const added = Object.entries(utm)
    .map(([parameter, text]): [string, string] => [parameter, expandText(text, names)])
    .filter(([parameter, value]) => value !== '' && !present.has(parameter))
    .map(([parameter, value]) => `${encodeValue(parameter)}=${encodeValue(value)}`);
  if (added.length === 0) return target;
  const [address = '', ...fragment] = target.split('#');
  const joint = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
  return [`${address}${joint}${added.join('&')}`, ...fragment].join('#');
}

/** The post's picture as an absolute URL; '' where there is none or the site's address is unknown. */
function imageUrl(image: string | null, settings: LinkSettings): string {
  if (!image) return '';
  const path = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(image) ? null : canonicalUrl(image, settings);
  return absoluteUrl(path ?? image) ?? '';
}

/** Host of the Mastodon server, also where the setting has a scheme or a slash; '' where there is none. */
function instanceHost(instance: string | null): string {
  const address = `https://${(instance ?? '').trim().replace(/^https?:\/\//i, '')}`;
  return URL.canParse(address) ? new URL(address).host : '';
}

/**
 * A post's share links: first its share target as `link`, then each network in order. Empty where the post has no share
 * target. `networks` asks for others than those enabled in the settings; ids that are no network, and Mastodon without
 * a server, are left out. Only the URLs given to networks carry the site's `utm` parameters.
 */
export function shareLinks(input: ShareInput, networks?: string[]): ShareLink[] {
  const target = shareTarget(input);
  if (target === null) return [];
  const { post, settings } = input;
  const language = input.language ?? settings.site.language;
  const page = {
    url: target,
    title: post.title,
    description: post.excerpt ?? '',
    image: imageUrl(post.image, settings),
    siteTitle: settings.site.title ?? '',
    instance: instanceHost(settings.share.mastodonInstance),
  };
  const links: ShareLink[] = [{ network: 'link', label: labelText(LINK_LABEL, language), url: target }];
  for (const id of new Set(networks ?? settings.share.networks)) {
    const network = NETWORKS.get(id);
    if (network === undefined) continue;
    page.url = withUtm(target, id, input);
    const url = networkUrl(network, page);
    if (url !== null) links.push({ network: id, label: labelText(network.label, language), url });
  }
  return links;
}
