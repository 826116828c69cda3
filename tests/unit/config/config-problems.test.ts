import { z } from '@strapi/utils';
import { defaultSettings } from '../../../core/default-settings';
import { DEFAULT_SEVERITIES } from '../../../core/diagnostics/rules';
import { DEAD_NETWORKS, SHARE_NETWORKS } from '../../../core/links';
import { config, ConfigError, configProblems } from '../../../server/src/config';
import { FINEWS_CONFIG } from '../../corpus/finews-settings';

/** Nests a value under a dotted path: `at('site.url', 1)` is `{ site: { url: 1 } }`. */
function at(path: string, value: unknown): unknown {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

const SCHEMA = z.object({ title: z.string() });

describe('a config that can be used', () => {
  it.each([
    ['an empty one', {}],
    ['none', undefined],
    ['null', null],
    ['a key that is null', { site: null, footer: null, permalink: null }],
    ['a group that is empty', { site: {}, share: {}, frontMatter: {}, feeds: {}, limits: {}, jobs: {} }],
    ["the news site's", FINEWS_CONFIG],
    ['a schema', { frontMatter: { schema: SCHEMA } }],
    ['every default', withoutInternals()],
    ['labels by locale', at('backLinks.home.label', { en: 'Home', 'zh-Hans': '返回首页' })],
    [
      'a share URL over its own variables',
      { share: { url: 'https://s.example/{id}', variables: { id: '{post.slug}' } } },
    ],
    ['a template over the site', at('backLinks.home.url', '{+site.url}/start')],
    ['a site URL inside a query', at('share.url', 'https://s.example/{?site.url}')],
    ['a permalink template', { permalink: '/:categories/:year/:title:output_ext' }],
    ...['date', 'pretty', 'ordinal', 'weekdate', 'none'].map((style) => [style, { permalink: style }]),
    ...SHARE_NETWORKS.map(({ id }) => [`the network ${id}`, at('share.networks', [id])]),
    ...Object.keys(DEFAULT_SEVERITIES).map((id) => [
      `the rule ${id}`,
      { frontMatter: { rules: { [id]: 'off' } } },
    ]),
  ])('is %s', (_name, value) => {
    expect(configProblems(value)).toEqual([]);
    expect(() => config.validator(value)).not.toThrow();
  });
});

function withoutInternals(): unknown {
  const { defaults, siteFiles, ...settings } = defaultSettings();
  return settings;
}

describe('a value that cannot be used is named with its key, what was found and what is expected', () => {
  it.each<[string, unknown, string, string]>([
    ['site', 'https://a.example', '"https://a.example"', 'a map with the keys url, title, timezone'],
    ['site.url', 7, '7', 'a URL with http:// or https://'],
    ['site.url', 'paper.example', '"paper.example" is not an absolute URL', 'https://example.org'],
    ['site.url', 'ftp://paper.example', 'is not an absolute URL', 'http:// or https://'],
    ['site.url', 'https://', 'is not an absolute URL', 'https://example.org'],
    ['site.title', ['a'], '["a"]', 'a text'],
    ['site.timezone', 'Asia/Linyi', '"Asia/Linyi" is no time zone', 'Asia/Shanghai'],
    ['site.timezone', 8, '8', 'IANA name'],
    ['site.language', true, 'true', 'a text'],
    ['site.baseurl', 1, '1', 'a text'],
    ['permalink', '/:categories/:headline/', 'has the placeholder :headline', 'Jekyll style'],
    ['permalink', 3, '3', 'Jekyll style'],
    ['future', 'yes', '"yes"', 'true or false'],
    ['excerptSeparator', 2, '2', 'a text'],
    ['frontMatter', [], '[]', 'a map with the keys schema'],
    ['frontMatter.schema', { title: 'string' }, '{"title":"string"}', 'a zod schema'],
    ['frontMatter.schema', 'z.object()', '"z.object()"', 'a zod schema'],
    ['frontMatter.fields', 'subtitle', '"subtitle"', 'a map of front matter keys'],
    ['frontMatter.fields.subtitle', 1, '1', 'a text'],
    ['frontMatter.unknownKeys', 'ignore', '"ignore"', 'one of "keep", "warn", "error"'],
    ['frontMatter.dates', 'local', '"local"', 'one of "jekyll", "wall-clock"'],
    ['frontMatter.rules', 'off', '"off"', 'a map of rule ids'],
    ['frontMatter.rules.title/empty', 'fatal', '"fatal"', 'one of "error", "warning", "info", "off"'],
    ['frontMatter.translationKey', {}, '{}', 'a text'],
    ['share', [], '[]', 'a map with the keys url, variables'],
    ['share.url', 'https://s.example/{id}', 'uses the unknown name {id}', 'known are'],
    ['share.url', 'https://s.example/{post.slug', 'has a brace without its partner', 'RFC 6570'],
    ['share.url', 'https://s.example/{a b}', '{a b}', 'RFC 6570'],
    ['share.url', '{site.url}/share', 'write {+site.url}', 'RFC 6570'],
    ['share.variables', 'id', '"id"', 'a map of texts'],
    ['share.variables.id', '{post.sulg}', 'uses the unknown name {post.sulg}', '{post.slug}'],
    ['share.variables.info-code', '{post.slug}', 'cannot be a name in a template', 'letters, digits and _'],
    ['share.networks', 'x', '"x"', 'a list of network ids'],
    ['share.utm', 'on', '"on"', 'a map of query parameters'],
    ['share.utm.utm_source', '{netwrok}', 'uses the unknown name {netwrok}', '{network}'],
    ['share.mastodonInstance', 'https://mastodon.social', 'is not a host name', 'mastodon.social'],
    ['backLinks.category.label', '返回{nmae}', 'uses the unknown name {nmae}', '{name}'],
    ['backLinks.category.label', { en: 1 }, '{"en":1}', 'a map of texts by locale'],
    ['backLinks.category.url', '/c/{post.slug}', 'uses the unknown name {post.slug}', 'slug'],
    ['backLinks.home.label', { en: 'Back to {slug}' }, 'uses the unknown name {slug}', '{site.title}'],
    ['backLinks.home.url', 1, '1', 'RFC 6570'],
    ['backLinks.separator', 1, '1', 'a text'],
    ['footer.write', '<{share}>', '"<{share}>"', 'a map with the keys template'],
    ['footer.write.template', '{links}', 'uses the unknown name {links}', '{share}, {backLinks}'],
    ['footer.onExport', 'never', '"never"', 'one of "keep", "current"'],
    ['terms.termFrom', 'id', '"id"', 'one of "name", "slug"'],
    ['slug.transliterate', 'wade-giles', '"wade-giles"', 'one of "pinyin", "none"'],
    ['limits.fileBytes', 0, '0', 'a whole number above 0'],
    ['limits.frontMatterLength', '1000', '"1000"', 'a whole number above 0'],
    ['limits.frontMatterDepth', 2.5, '2.5', 'a whole number above 0'],
    ['jobs.run', 'no', '"no"', 'true or false'],
  ])('%s: %p', (path, value, found, expected) => {
    const problems = configProblems(at(path, value));
    const own = problems.filter((problem) => problem.startsWith(`press.${path}`));
    expect(own).toHaveLength(1);
    expect(own[0].startsWith(`press.${path}: `)).toBe(true);
    expect(own[0]).toContain(found);
    expect(own[0]).toContain(expected);
  });

  it('counts the place in a list', () => {
    expect(configProblems(at('share.networks', ['x', 'facebok']))).toEqual([
      expect.stringMatching(/^press\.share\.networks\[1\]: "facebok" .*did you mean facebook\?/),
    ]);
    expect(
      configProblems(at('footer', { write: { template: '' }, read: [{ template: '{shrae}' }] })),
    ).toEqual([
      expect.stringMatching(/^press\.footer\.read\[0\]\.template: uses the unknown name \{shrae\}/),
    ]);
  });

  it.each(Object.entries(DEAD_NETWORKS))('says why there is no network %s', (id, reason) => {
    expect(configProblems(at('share.networks', [id]))).toEqual([expect.stringContaining(reason)]);
  });

  it('misses what a footer cannot be without', () => {
    expect(configProblems({ footer: { onExport: 'keep' } })).toEqual([
      expect.stringMatching(/^press\.footer\.write: missing/),
    ]);
    expect(configProblems({ footer: { write: {} } })).toEqual([
      expect.stringMatching(/^press\.footer\.write\.template: missing/),
    ]);
  });

  it('shortens a long value', () => {
    const [problem] = configProblems({ permalink: Array.from({ length: 200 }, () => 'a') });
    expect(problem).toContain('…');
    expect(problem.length).toBeLessThan(250);
  });

  it.each([['a text'], [7], [['site']]])('says what a config is when it is %p', (value) => {
    expect(configProblems(value)).toEqual([
      expect.stringMatching(/^press: found .*; expected a map with the keys site/),
    ]);
  });
});

describe('an unknown key', () => {
  it.each([
    ['site.titel', 'press.site.title'],
    ['site.timezon', 'press.site.timezone'],
    ['site.timeZone', 'press.site.timezone'],
    ['permlink', 'press.permalink'],
    ['frontmatter', 'press.frontMatter'],
    ['share.network', 'press.share.networks'],
    ['backLink', 'press.backLinks'],
    ['footer.onexport', 'press.footer.onExport'],
  ])('%s is told the nearest known one', (path, nearest) => {
    expect(configProblems(at(path, 'x'))).toContain(`press.${path}: unknown key; did you mean ${nearest}?`);
  });

  it('is told all known ones where none is near', () => {
    expect(configProblems({ terms: { colour: 'red' } })).toEqual([
      'press.terms.colour: unknown key; expected one of termFrom, tagUrl',
    ]);
  });

  it.each(['constructor', 'toString', '__proto__'])('is %s too', (key) => {
    expect(configProblems(JSON.parse(`{ "site": { "${key}": 1 } }`))).toEqual([
      expect.stringMatching(new RegExp(`^press\\.site\\.${key}: unknown key`)),
    ]);
  });

  it('may be a rule, which is told the nearest one', () => {
    expect(configProblems({ frontMatter: { rules: { 'title/emty': 'off' } } })).toEqual([
      'press.frontMatter.rules.title/emty: unknown rule; did you mean title/empty?',
    ]);
    expect(configProblems({ frontMatter: { rules: { spelling: 'off' } } })).toEqual([
      expect.stringMatching(
        /^press\.frontMatter\.rules\.spelling: unknown rule; expected one of .*yaml\/syntax, /,
      ),
    ]);
  });
});

it('reports every problem at once, and stops with all of them', () => {
  const wrong = { site: { url: 'x', timezone: 'y' }, jobs: { run: 1 }, colour: 'red' };
  expect(configProblems(wrong)).toHaveLength(4);
  expect(() => config.validator(wrong)).toThrow(ConfigError);
  expect(() => config.validator(wrong)).toThrow(
    /^4 keys cannot be used:\n- press\.site\.url: .*\n- press\.site\.timezone: .*\n- press\.jobs\.run: .*\n- press\.colour: /,
  );
  expect(() => config.validator({ future: 1 })).toThrow(/^1 key cannot be used:\n- press\.future: /);
});
