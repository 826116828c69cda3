import type { SiteAddress } from '../liquid';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The path in a site that a target on one of its pages leads to, without a slash before it (`assets/a b.png`); null where
 * it leads elsewhere, or cannot be told. As a browser does it, which stays within the site however many `..` there are.
 * @param pageUrl the page's path (`/2021/12/29/a.html`), percent-encoded or not.
 */
export function sitePathOf(target: string, pageUrl: string, site: SiteAddress): string | null {
  const local = withoutSite(target.trim(), site);
  if (local === null) return null;
  const [path] = local.split(/[?#]/);
  if (path === '' || /\{[{%]/.test(path)) return null;
  const absolute = path.startsWith('/');
  const folder = absolute ? [] : pageUrl.split('/').slice(0, -1);
  const parts = resolved([...folder, ...path.split('/')]);
  return parts === null || path.endsWith('/') ? null : parts.join('/') || null;
}

/** The target without the site's own address and base path; null where it names another place. */
function withoutSite(target: string, { url, baseurl }: SiteAddress): string | null {
  const host = url?.replace(/^https?:/i, '');
  const rest = target.replace(/^https?:(?=\/\/)/i, '');
  if (rest.startsWith('//')) {
    if (!host || !rest.toLowerCase().startsWith(`${host.toLowerCase()}/`)) return null;
    return withoutBase(rest.slice(host.length), baseurl);
  }
  return SCHEME.test(target) ? null : withoutBase(target, baseurl);
}

function withoutBase(path: string, baseurl: string): string {
  return baseurl !== '' && path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : path;
}

/** The names of a path one by one; null where one of them cannot be the name of a file. */
function resolved(names: string[]): string[] | null {
  const parts: string[] = [];
  for (const encoded of names) {
    const name = decoded(encoded);
    if (name === null || /[\0/\\]/.test(name) || /^[a-z]:/i.test(name)) return null;
    if (name === '..') parts.pop();
    else if (name !== '.' && name !== '') parts.push(name);
  }
  return parts;
}

function decoded(name: string): string | null {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
