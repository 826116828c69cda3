import { defaultSettings } from '../../../core/default-settings';
import { DEFAULT_SEVERITIES } from '../../../core/diagnostics/rules';
import { isTimeZone } from '../../../core/jekyll';
import { expandPermalink } from '../../../core/jekyll/post-url';
import { DEAD_NETWORKS, labelNames, SHARE_NETWORKS, templateProblem, URL_NAMES } from '../../../core/links';
import type { PostFields } from '../../../core/post';
import type { Label } from '../../../core/settings';
import { MOST_POSTS } from '../feeds/feed-limit';
import { count, flag, list, map, nearest, oneOf, shape, text, then, value, type Check } from './checks';

const NETWORKS: string[] = SHARE_NETWORKS.map(({ id }) => id);
const RULES = Object.keys(DEFAULT_SEVERITIES);

const absoluteUrl = text('a URL with http:// or https://, such as https://example.org', (found) =>
  /^https?:\/\/[^\s/]+/.test(found) && URL.canParse(found) ? null : 'is not an absolute URL',
);

const timeZone = text('the IANA name of a time zone, such as Asia/Shanghai', (found) =>
  isTimeZone(found) ? null : 'is no time zone that this machine knows',
);

const anyText = text('a text');

function label(names: readonly string[]): Check {
  const expected = "a text, or a map of texts by locale such as { en: 'Back to {name}' }";
  const isLabel = (found: unknown): found is Label =>
    typeof found === 'string' ||
    (typeof found === 'object' &&
      found !== null &&
      !Array.isArray(found) &&
      Object.values(found).every((item) => typeof item === 'string'));
  return then(value(expected, isLabel), (found, path) =>
    unknownNames(labelNames(found as Label), names, path),
  );
}

function plainTemplate(names: readonly string[]): Check {
  return then(anyText, (found, path) => unknownNames(labelNames(found as string), names, path));
}

function urlTemplate(names: readonly string[]): Check {
  return text('an RFC 6570 URL template', (found) => {
    if (found.startsWith('{site.url}'))
      return 'would encode the colon and the slashes of {site.url}; write {+site.url}';
    return templateProblem(found, names);
  });
}

function unknownNames(used: string[], names: readonly string[], path: string): string[] {
  return used
    .filter((name) => !names.includes(name))
    .map(
      (name) =>
        `${path}: uses the unknown name {${name}}; expected ${names.map((known) => `{${known}}`).join(', ')}`,
    );
}

const network: Check = text(`the id of a share network (${NETWORKS.join(', ')})`, (found) => {
  if (NETWORKS.includes(found)) return null;
  if (Object.hasOwn(DEAD_NETWORKS, found)) return `cannot be used: ${DEAD_NETWORKS[found]}`;
  const near = nearest(found, NETWORKS);
  return near ? `is no network we know; did you mean ${near}?` : 'is no network we know';
});

const SAMPLE: PostFields = {
  title: 'a',
  slug: 'a',
  date: '2021-12-29T00:00:00.000Z',
  layout: null,
  author: null,
  source: null,
  excerpt: null,
  image: null,
  permalink: null,
  shareUrl: null,
  categories: [],
  tags: [],
};

const permalink = text(
  'a Jekyll style (date, pretty, ordinal, weekdate, none) or a template such as /:categories/:title/',
  (found) => {
    const { unknown } = expandPermalink(found, SAMPLE, null, { ...defaultSettings(), permalink: found });
    return unknown === null ? null : `has the placeholder :${unknown}, which Jekyll does not know`;
  },
);

const rule: Check = (key, path) => {
  if (RULES.includes(String(key))) return [];
  const near = nearest(String(key), RULES);
  return [`${path}: unknown rule; ${near ? `did you mean ${near}?` : `expected one of ${RULES.join(', ')}`}`];
};

const feedLimit = value(
  `a whole number from 1 to ${MOST_POSTS}`,
  (found) => Number.isInteger(found) && Number(found) >= 1 && Number(found) <= MOST_POSTS,
);

const headerValue = text('a header value, such as public, max-age=300', (found) =>
  /^[\x20-\x7e]+$/.test(found) ? null : 'cannot stand in a header',
);

const linkTemplate = (names: readonly string[]): Check =>
  shape({ label: label(names), url: urlTemplate(names) });

const footerForm = shape(
  {
    template: plainTemplate(URL_NAMES.footer),
    backLink: plainTemplate(URL_NAMES.footerBackLink),
    separator: anyText,
    category: linkTemplate(URL_NAMES.category),
    home: linkTemplate(URL_NAMES.home),
  },
  ['template'],
);

const schema = value('a zod schema (use z of @strapi/utils)', (found) => {
  const candidate = found as { safeParse?: unknown } | null;
  return typeof candidate === 'object' && candidate !== null && typeof candidate.safeParse === 'function';
});

const variableName: Check = (key, path) =>
  /^[A-Za-z_]\w*$/.test(String(key))
    ? []
    : [`${path}: cannot be a name in a template; expected letters, digits and _, such as infoCode`];

/** `share.url` may also use the names that `share.variables` define. */
function share(found: unknown, path: string): string[] {
  const variables = (found as { variables?: unknown } | null)?.variables;
  const own = typeof variables === 'object' && variables !== null ? Object.keys(variables) : [];
  return shape({
    url: urlTemplate([...URL_NAMES.share, ...own]),
    variables: map(plainTemplate(URL_NAMES.variables), 'a map of texts by name', variableName),
    networks: list(network, 'a list of network ids'),
    utm: map(plainTemplate(URL_NAMES.utm), 'a map of query parameters'),
    mastodonInstance: text('the host of a Mastodon server, such as mastodon.social', (host) =>
      /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/i.test(host) ? null : 'is not a host name',
    ),
  })(found, path);
}

/** Every key of the plugin's config (docs/configuration.md). */
export const CONFIG: Check = shape({
  site: shape({ url: absoluteUrl, title: anyText, timezone: timeZone, language: anyText, baseurl: anyText }),
  permalink,
  future: flag,
  excerptSeparator: anyText,
  frontMatter: shape({
    schema,
    fields: map(anyText, 'a map of front matter keys to attributes'),
    unknownKeys: oneOf(['keep', 'warn', 'error']),
    dates: oneOf(['jekyll', 'wall-clock']),
    rules: map(oneOf(['error', 'warning', 'info', 'off']), 'a map of rule ids to severities', (_key, path) =>
      rule(path.slice(path.indexOf('.rules.') + '.rules.'.length), path),
    ),
    translationKey: anyText,
  }),
  share,
  backLinks: shape({
    category: linkTemplate(URL_NAMES.category),
    home: linkTemplate(URL_NAMES.home),
    separator: anyText,
  }),
  footer: shape(
    {
      write: footerForm,
      read: list(footerForm, 'a list of older forms'),
      onExport: oneOf(['keep', 'current']),
    },
    ['write'],
  ),
  terms: shape({ termFrom: oneOf(['name', 'slug']), tagUrl: urlTemplate(URL_NAMES.tag) }),
  slug: shape({ transliterate: oneOf(['pinyin', 'none']) }),
  feeds: shape({ url: absoluteUrl, limit: feedLimit, cacheControl: headerValue, content: flag, links: flag }),
  limits: shape({
    fileBytes: count,
    imageBytes: count,
    frontMatterLength: count,
    frontMatterDepth: count,
    archiveFiles: count,
    archiveBytes: count,
    archiveRatio: count,
    ingestBytes: count,
    ingestItems: count,
  }),
  jobs: shape({ run: flag }),
});
