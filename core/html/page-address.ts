import { encodePath } from '../links/url-encoding';
import { withBase, type SiteAddress } from '../liquid';
import { sitePathOf } from './site-path';

/** Where a text stands, and what is known of the site around it. */
export interface Page {
  /** URL path of the post, decoded (`/news/2021/12/29/low-tide.html`). */
  url: string;
  site: SiteAddress;
  /** Whole addresses instead of paths, for readers outside of the site. */
  absolute: boolean;
  /** Addresses of the site's images that lie in the media library, by their paths in the site. */
  images: ReadonlyMap<string, string>;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** A host to resolve paths against; it is never part of an answer. */
const NOWHERE = 'http://site.invalid';

/**
 * An address of a text as it leads to the same place from anywhere: an image of the media library by its address there,
 * anything else by its path from the root of the site, or with the site before it. What cannot be read stays.
 */
export function pageAddress(address: string, use: 'link' | 'image', page: Page): string {
  const { site, url, absolute, images } = page;
  if (use === 'image') {
    const path = sitePathOf(address, url, site);
    const known = path === null ? undefined : images.get(path);
    if (known !== undefined) return known;
  }
  const target = address.trim();
  if (SCHEME.test(target)) return target;
  if (target.startsWith('//'))
    return absolute ? `${/^https?:/.exec(site.url ?? '')?.[0] ?? 'https:'}${target}` : target;
  if (target.startsWith('#') && !absolute) return target;
  const here = `${NOWHERE}${encodePath(withBase(site, url))}`;
  if (!URL.canParse(target, here)) return target;
  const { pathname, search, hash } = new URL(target, here);
  const path = `${pathname}${search}${hash}`;
  return absolute && site.url !== null ? `${site.url.replace(/\/+$/, '')}${path}` : path;
}
