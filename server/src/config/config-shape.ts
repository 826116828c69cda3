import { defaultSettings } from '../../../core/default-settings';
import { DEFAULT_SEVERITIES } from '../../../core/diagnostics/rules';
import { isTimeZone } from '../../../core/jekyll';
import { expandPermalink } from '../../../core/jekyll/post-url';
import {
  DEAD_NETWORKS,
  labelNames,
  SHARE_NETWORKS,
  templateProblem,
  URL_NAMES,
  type DeadNetwork,
} from '../../../core/links';
import { message } from '../../../core/messages';
import type { PostFields } from '../../../core/post';
import type { Label } from '../../../core/settings';
import { MOST_POSTS } from '../feeds/feed-limit';
import {
  count,
  flag,
  hintOf,
  list,
  map,
  nearest,
  oneOf,
  shape,
  text,
  then,
  value,
  type Check,
  type WrongValue,
} from './checks';

const NETWORKS: string[] = SHARE_NETWORKS.map(({ id }) => id);
const RULES = Object.keys(DEFAULT_SEVERITIES);

const absoluteUrl = text(message('expected/url'), (found) =>
  /^https?:\/\/[^\s/]+/.test(found) && URL.canParse(found) ? null : message('unfit/not-absolute'),
);

const timeZone = text(message('expected/time-zone'), (found) =>
  isTimeZone(found) ? null : message('unfit/time-zone'),
);

const anyText = text(message('expected/text'));

function label(names: readonly string[]): Check {
  const expected = message('expected/label', { example: "{ en: 'Back to {name}' }" });
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
  return text(message('expected/url-template'), (found) => {
    if (found.startsWith('{site.url}'))
      return message('unfit/encodes-site', { name: '{site.url}', unencoded: '{+site.url}' });
    return templateProblem(found, names);
  });
}

function unknownNames(used: string[], names: readonly string[], path: string): WrongValue[] {
  const known = names.map((name) => `{${name}}`).join(', ');
  return used
    .filter((name) => !names.includes(name))
    .map((name) => ({ path, problem: message('setting/unknown-name', { name: `{${name}}`, known }) }));
}

const network: Check = text(message('expected/network', { networks: NETWORKS.join(', ') }), (found) => {
  if (NETWORKS.includes(found)) return null;
  if (isDead(found)) return message('unfit/dead-network', { reason: message(`network/${found}`) });
  const near = nearest(found, NETWORKS);
  return near === undefined ? message('unfit/network') : message('unfit/near-network', { near });
});

function isDead(network: string): network is DeadNetwork {
  return Object.hasOwn(DEAD_NETWORKS, network);
}

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

const permalink = text(message('expected/permalink'), (found) => {
  const { unknown } = expandPermalink(found, SAMPLE, null, { ...defaultSettings(), permalink: found });
  return unknown === null ? null : message('unfit/placeholder', { name: unknown });
});

const rule: Check = (key, path) => {
  if (RULES.includes(String(key))) return [];
  const near = nearest(String(key), RULES);
  return [{ path, problem: message('setting/unknown-rule', { hint: hintOf(near, RULES) }) }];
};

const feedLimit = value(
  message('expected/count-to', { most: MOST_POSTS }),
  (found) => Number.isInteger(found) && Number(found) >= 1 && Number(found) <= MOST_POSTS,
);

const headerValue = text(message('expected/header'), (found) =>
  /^[\x20-\x7e]+$/.test(found) ? null : message('unfit/header'),
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

const schema = value(message('expected/schema'), (found) => {
  const candidate = found as { safeParse?: unknown } | null;
  return typeof candidate === 'object' && candidate !== null && typeof candidate.safeParse === 'function';
});

const variableName: Check = (key, path) =>
  /^[A-Za-z_]\w*$/.test(String(key)) ? [] : [{ path, problem: message('setting/variable-name') }];

/** `share.url` may also use the names that `share.variables` define. */
function share(found: unknown, path: string): WrongValue[] {
  const variables = (found as { variables?: unknown } | null)?.variables;
  const own = typeof variables === 'object' && variables !== null ? Object.keys(variables) : [];
  return shape({
    url: urlTemplate([...URL_NAMES.share, ...own]),
    variables: map(plainTemplate(URL_NAMES.variables), message('expected/texts-by-name'), variableName),
    networks: list(network, message('expected/networks')),
    utm: map(plainTemplate(URL_NAMES.utm), message('expected/query')),
    mastodonInstance: text(message('expected/mastodon'), (host) =>
      /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/i.test(host) ? null : message('unfit/host'),
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
    fields: map(anyText, message('expected/fields')),
    unknownKeys: oneOf(['keep', 'warn', 'error']),
    dates: oneOf(['jekyll', 'wall-clock']),
    rules: map(oneOf(['error', 'warning', 'info', 'off']), message('expected/severities'), (_key, path) =>
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
      read: list(footerForm, message('expected/older-forms')),
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
