import { requestedPath } from '../../../core/jekyll';
import type { Settings } from '../../../core/settings';

/** The path below the site's base of what a reader asked for; null where it is on another site. */
export function askedPath(url: string, { site }: Settings): string | null {
  let path = url.replace(/[?#].*$/s, '');
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(path)) {
    if (site.url === null) return null;
    const own = site.url.replace(/^[a-z]+:/i, '');
    const rest = path.replace(/^[a-z][a-z0-9+.-]*:/i, '');
    if (rest !== own && !rest.startsWith(`${own}/`)) return null;
    path = rest.slice(own.length);
  }
  const base = site.baseurl.replace(/^\/*|\/*$/g, '');
  if (base !== '' && (path === `/${base}` || path.startsWith(`/${base}/`)))
    path = path.slice(base.length + 1);
  return requestedPath(path.startsWith('/') ? path : `/${path}`);
}
