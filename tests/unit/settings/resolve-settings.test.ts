import { z } from '@strapi/utils';
import { defaultSettings } from '../../../core/default-settings';
import { readSiteConfig } from '../../../core/jekyll';
import { resolveSettings, type SettingsLayers } from '../../../server/src/settings';
import { FINEWS_CONFIG } from '../../corpus/finews-settings';

const resolve = (layers: Partial<SettingsLayers>) =>
  resolveSettings({ file: {}, admin: {}, site: {}, ...layers });
const siteOf = (yaml: string) => readSiteConfig(yaml).config;

it('is the defaults where nothing is said', () => {
  expect(resolve({})).toEqual(defaultSettings());
});

it('takes the config file before the admin, that before _config.yml, and that before the defaults', () => {
  const site = siteOf('timezone: Europe/Paris\npermalink: pretty\nurl: https://site.example\ntitle: Site\n');
  const admin = { site: { timezone: 'America/Lima', url: 'https://admin.example' }, permalink: 'ordinal' };
  const file = { site: { timezone: 'Asia/Shanghai' } };
  expect(resolve({ site })).toMatchObject({ site: { timezone: 'Europe/Paris' }, permalink: 'pretty' });
  expect(resolve({ site, admin })).toMatchObject({
    site: { timezone: 'America/Lima' },
    permalink: 'ordinal',
  });
  expect(resolve({ site, admin, file })).toEqual({
    ...defaultSettings(),
    site: {
      url: 'https://admin.example',
      title: 'Site',
      timezone: 'Asia/Shanghai',
      language: null,
      baseurl: '',
    },
    permalink: 'ordinal',
  });
});

it('takes from _config.yml what Jekyll reads there', () => {
  const site = siteOf(
    'url: https://site.example\nbaseurl: /blog\nlang: zh-CN\nfuture: true\nexcerpt_separator: <!--more-->\n' +
      'defaults:\n  - scope: { path: "" }\n    values: { layout: post }\n',
  );
  expect(resolve({ site })).toMatchObject({
    site: { url: 'https://site.example', baseurl: '/blog', language: 'zh-CN' },
    future: true,
    excerptSeparator: '<!--more-->',
    defaults: [{ scope: { path: '' }, values: new Map([['layout', 'post']]) }],
  });
});

it('writes the URL of the site without a slash at its end', () => {
  expect(resolve({ file: { site: { url: 'https://paper.example//' } } }).site.url).toBe(
    'https://paper.example',
  );
  expect(resolve({ site: siteOf('url: ""\n') }).site.url).toBeNull();
});

it('replaces lists and labels by locale are merged key by key', () => {
  const settings = resolve({
    admin: { share: { networks: ['x', 'weibo'] }, backLinks: { home: { label: { fr: 'Accueil' } } } },
    file: { share: { networks: ['email'] } },
  });
  expect(settings.share.networks).toEqual(['email']);
  expect(settings.backLinks.home).toEqual({
    label: { ...(defaultSettings().backLinks.home.label as object), fr: 'Accueil' },
    url: '/',
  });
});

it('replaces labels by locale with one text', () => {
  const { backLinks } = resolve({ file: { backLinks: { category: { label: '返回{name}' } } } });
  expect(backLinks.category).toEqual({ label: '返回{name}', url: '/category/{slug}' });
});

it('lets null take a key of the admin back, and say nothing in the file', () => {
  const admin = { site: { title: null, timezone: null }, backLinks: null, footer: null };
  const site = siteOf('timezone: Europe/Paris\ntitle: Site\n');
  const settings = resolve({ site, admin, file: { site: { timezone: null }, share: null } });
  expect(settings.site).toMatchObject({ timezone: 'Europe/Paris', title: 'Site' });
  expect(settings.backLinks).toEqual(defaultSettings().backLinks);
  expect(settings.share).toEqual(defaultSettings().share);
});

it('keeps a zod schema working', () => {
  const schema = z.object({ weather: z.string() });
  const settings = resolve({
    file: { frontMatter: { schema } },
    admin: { frontMatter: { dates: 'wall-clock' } },
  });
  expect(settings.frontMatter.schema).toBe(schema);
  expect(settings.frontMatter.schema?.safeParse({ weather: 1 }).success).toBe(false);
  expect(settings.frontMatter.dates).toBe('wall-clock');
});

it('completes a footer', () => {
  const write = { template: '\n\n<{share}>' };
  expect(resolve({ file: { footer: { write } } }).footer).toEqual({ write, read: [], onExport: 'keep' });
  expect(resolve({ file: { footer: { write } }, admin: { footer: { onExport: 'current' } } }).footer).toEqual(
    {
      write,
      read: [],
      onExport: 'current',
    },
  );
});

it("gives the news site's settings as its owner wrote them", () => {
  const settings = resolve({ file: FINEWS_CONFIG });
  expect(settings).toMatchObject({ ...FINEWS_CONFIG });
  expect(settings.share.networks).toEqual(defaultSettings().share.networks);
});

it('changes no layer that it was given, nor the defaults', () => {
  const file = { site: { title: 'File' }, share: { networks: ['x'] } };
  const admin = { site: { title: 'Admin', timezone: 'Asia/Shanghai' } };
  const before = JSON.stringify({ file, admin });
  resolve({ file, admin }).share.networks.push('weibo');
  expect(JSON.stringify({ file: { ...file, share: { networks: ['x'] } }, admin })).toBe(before);
  expect(resolve({}).site).toEqual(defaultSettings().site);
});
