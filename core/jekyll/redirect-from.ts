import { decodeUrl } from './post-url';

/**
 * The paths that a post's `redirect_from` names: a text or a list of texts, with or without the slash at the beginning;
 * percent-encoding is taken away, as in stored URLs. Anything else in it is passed over.
 * Source: jekyll-redirect-from 0.16, `Redirectable#redirect_from`, `RedirectPage#from`.
 */
export function redirectsFrom(extra: Record<string, unknown>): string[] {
  const { redirect_from: found } = extra;
  const paths = Array.isArray(found) ? found.flat(Infinity) : [found];
  const texts = paths.filter((path): path is string => typeof path === 'string' && path.trim() !== '');
  return [...new Set(texts.map((path) => requestedPath(`/${path.trim().replace(/^\/+/, '')}`)))];
}

/** A path as a reader asks for it, in the form of stored URLs: decoded, and a folder instead of its `index.html`. */
export function requestedPath(path: string): string {
  return decodeUrl(path).replace(/\/index\.html$/, '/');
}
