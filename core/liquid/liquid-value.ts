import type { Settings } from '../settings';

/** What of the settings says where a site lies. */
export type SiteAddress = Pick<Settings['site'], 'url' | 'baseurl'>;

const TEXT = /^(?:"([^"]*)"|'([^']*)')((?:\s*\|[^|]*)*)$/;

/**
 * The value of an output where authors commonly write paths: `site.url`, `site.baseurl`, a text with `relative_url`,
 * `absolute_url` or `prepend: site.baseurl`; null of all others.
 */
export function liquidValue(expression: string, site: SiteAddress): string | null {
  const names = namesOf(site);
  if (Object.hasOwn(names, expression)) return names[expression];
  const [, double, single, filters = ''] = TEXT.exec(expression) ?? [];
  let value: string | null = double ?? single ?? null;
  for (const filter of filters.split('|').slice(1)) value = value && filtered(value, filter.trim(), site);
  return value;
}

/** A path below the site's base, as Jekyll's `relative_url` has it. */
export function withBase({ baseurl }: Pick<SiteAddress, 'baseurl'>, path: string): string {
  return `${baseurl}/${path.replace(/^\/+/, '')}`;
}

function filtered(value: string, filter: string, site: SiteAddress): string | null {
  if (filter === 'relative_url') return withBase(site, value);
  if (filter === 'absolute_url') return `${site.url ?? ''}${withBase(site, value)}`;
  const name = /^prepend:\s*(site\.\w+)$/.exec(filter)?.[1] ?? '';
  const names = namesOf(site);
  return Object.hasOwn(names, name) ? `${names[name]}${value}` : null;
}

function namesOf({ url, baseurl }: SiteAddress): Record<string, string> {
  return { 'site.url': url ?? '', 'site.baseurl': baseurl };
}
