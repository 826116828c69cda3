import { encodePath } from './url-encoding';
import type { LinkSettings } from './link-settings';

/**
 * The public address of a decoded URL path: `site.url`, `baseurl` and the path percent-encoded; null without
 * `site.url`.
 */
export function canonicalUrl(urlPath: string, settings: Pick<LinkSettings, 'site'>): string | null {
  const { url, baseurl } = settings.site;
  if (!url) return null;
  const base = baseurl.replace(/^\/+|\/+$/g, '');
  const prefix = base === '' ? '' : `/${encodePath(base)}`;
  return `${url.replace(/\/+$/, '')}${prefix}/${encodePath(urlPath.replace(/^\/+/, ''))}`;
}
