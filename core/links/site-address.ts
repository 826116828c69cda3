import { canonicalUrl } from './canonical-url';
import type { LinkSettings } from './link-settings';

/** An address as readers outside the site can use it; null where it is none. */
export function siteAddress(address: string, settings: Pick<LinkSettings, 'site'>): string | null {
  const home = canonicalUrl('/', settings) ?? undefined;
  const { baseurl } = settings.site;
  // A path of the site lies below its base, as Jekyll's `absolute_url` has it.
  const isPath = /^\/(?!\/)/.test(address) && !(baseurl !== '' && address.startsWith(`${baseurl}/`));
  const target = isPath ? address.slice(1) : address;
  return URL.canParse(target, home) ? new URL(target, home).href : null;
}
