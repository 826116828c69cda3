import type { Settings } from '../settings';

/** What of the settings says where a site lies. */
export type SiteAddress = Pick<Settings['site'], 'url' | 'baseurl'>;

const TAG = /\{%-?\s*link\s+([^%{}]*?)\s*-?%\}/g;
const OUTPUT = /\{\{-?\s*([^{}]*?)\s*-?\}\}/g;
const TEXT = /^(?:"([^"]*)"|'([^']*)')((?:\s*\|[^|]*)*)$/;

/**
 * Puts in what Jekyll does where authors commonly write paths: `{{ site.url }}`, `{{ site.baseurl }}`, a text with
 * `relative_url`, `absolute_url` or `prepend: site.baseurl`, and `{% link %}`. All other Liquid stays as it is.
 */
export function expandLiquidPaths(text: string, site: SiteAddress): string {
  if (!text.includes('{{') && !text.includes('{%')) return text;
  return text
    .replace(TAG, (_, path: string) => `${site.baseurl}/${path.replace(/^\/+/, '')}`)
    .replace(OUTPUT, (whole, expression: string) => valueOf(expression, site) ?? whole);
}

function valueOf(expression: string, site: SiteAddress): string | null {
  const names = namesOf(site);
  if (expression in names) return names[expression];
  const [, double, single, filters = ''] = TEXT.exec(expression) ?? [];
  let value: string | null = double ?? single ?? null;
  for (const filter of filters.split('|').slice(1)) value = value && filtered(value, filter.trim(), site);
  return value;
}

function filtered(value: string, filter: string, site: SiteAddress): string | null {
  if (filter === 'relative_url') return withSlash(site.baseurl, value);
  if (filter === 'absolute_url') return `${site.url ?? ''}${withSlash(site.baseurl, value)}`;
  const prefix = namesOf(site)[/^prepend:\s*(site\.\w+)$/.exec(filter)?.[1] ?? ''];
  return prefix === undefined ? null : `${prefix}${value}`;
}

function namesOf({ url, baseurl }: SiteAddress): Record<string, string> {
  return { 'site.url': url ?? '', 'site.baseurl': baseurl };
}

function withSlash(baseurl: string, path: string): string {
  return `${baseurl}/${path.replace(/^\/+/, '')}`;
}
