import path from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import request from 'supertest';
import type { ImportService } from '../../server/src/import';
import { POST_UID } from '../../server/src/plugin-id';
import type { RenderingService } from '../../server/src/rendering';
import type { SettingsService } from '../../server/src/settings';
import { HOSTILE, hostileParts } from '../hostile-html';
import { countStatements } from './count-statements';
import { deleteEverything, documentsOf } from './documents';
import { askGraphql } from './graphql-client';
import { png } from './png';
import { actionsOn, setPublicActions } from './public-access';
import { deleteRows, insertPublishedRows } from './published-rows';
import { makeSite, removeSites } from './site-folder';
import { startStrapi, type StrapiInstance } from './strapi-instance';

const READ = [...actionsOn(['post', 'category', 'tag'], ['find', 'findOne']), 'plugin::press.feed.find'];

let instance: StrapiInstance;

beforeAll(async () => {
  instance = await startStrapi({
    locales: ['zh-Hans'],
    press: { site: { url: 'https://paper.example' } },
  });
});

afterAll(async () => {
  await instance.stop();
  await removeSites();
});

beforeEach(async () => {
  await deleteEverything(instance.strapi);
  await instance.strapi.plugin('press').service<SettingsService>('settings').recordSiteConfig(null);
  await setPublicActions(instance.strapi, READ);
});

const documents = () => documentsOf(instance.strapi, POST_UID);

async function ask<Data>(query: string, variables = {}): Promise<Data> {
  const { data, errors } = await askGraphql(instance, query, variables);
  expect(errors).toEqual([]);
  return data as Data;
}

function publish(title: string, body: string, more = '', locale = 'en') {
  const frontMatter = `title: ${title}\ndate: 2022-01-0${1 + (title.length % 9)}\n${more}`;
  return documents().create({ locale, status: 'published', data: { frontMatter, body } });
}

describe('the text of a post', () => {
  it('comes as HTML with its headings and its length', async () => {
    await publish('low-tide', '# One\n\nTwo *three*.\n\n## 四五\n');
    const { pressPosts } = await ask<{ pressPosts: unknown[] }>(
      '{ pressPosts { html excerptHtml toc { level id text } wordCount readingTime excerpt } }',
    );
    expect(pressPosts).toEqual([
      {
        html: '<h1 id="one">One</h1>\n<p>Two <em>three</em>.</p>\n<h2 id="四五">四五</h2>\n',
        excerptHtml: '<h1 id="one">One</h1>\n',
        toc: [
          { level: 1, id: 'one', text: 'One' },
          { level: 2, id: '四五', text: '四五' },
        ],
        wordCount: 5,
        readingTime: 1,
        excerpt: '# One',
      },
    ]);
  });

  it('has an excerpt by the separator of the post, or that of the front matter', async () => {
    await publish('own', 'One.\n\nTwo.<!--more-->Three.', 'excerpt_separator: <!--more-->\n');
    await publish('written', 'One.', 'excerpt: "From *here*"\n');
    await publish('none', 'One.', 'excerpt_separator: ""\n');
    const { pressPosts } = await ask<{ pressPosts: unknown[] }>(
      '{ pressPosts(sort: "title") { title excerpt excerptHtml } }',
    );
    expect(pressPosts).toEqual([
      { title: 'none', excerpt: '', excerptHtml: '' },
      { title: 'own', excerpt: 'One.\n\nTwo.', excerptHtml: '<p>One.</p>\n<p>Two.</p>\n' },
      { title: 'written', excerpt: 'From *here*', excerptHtml: '<p>From <em>here</em></p>\n' },
    ]);
  });

  it('is that of the draft where the draft is asked for', async () => {
    const { documentId } = await publish('low-tide', 'Shown.');
    await documents().update({ documentId, data: { body: 'Draft.' } });
    const query =
      'query($id: ID!, $status: PublicationStatus) { pressPost(documentId: $id, status: $status) { html } }';
    expect(await ask(query, { id: documentId })).toEqual({ pressPost: { html: '<p>Shown.</p>\n' } });
    await setPublicActions(instance.strapi, [...READ, 'plugin::press.post.update']);
    expect(await ask(query, { id: documentId, status: 'DRAFT' })).toEqual({
      pressPost: { html: '<p>Draft.</p>\n' },
    });
  });

  it('is the same by URL, where private attributes were taken out before', async () => {
    const { root } = await makeSite({
      '_posts/2021-12-29-page.html': '---\ntitle: Page\n---\n<p>*a*</p>\n\n<p class="x" data-y="z">b</p>\n',
    });
    await instance.strapi.plugin('press').service<ImportService>('import').run(root, {});
    const fields = '... on PressPost { html(keep: [CLASS, DATA]) absolute: html(absolute: true) }';
    expect(await ask(`{ pressNodeByUrl(url: "/2021/12/29/page.html") { ${fields} } }`)).toEqual({
      pressNodeByUrl: {
        html: '<p>*a*</p>\n\n<p class="x" data-y="z">b</p>\n',
        absolute: '<p>*a*</p>\n\n<p>b</p>\n',
      },
    });
  });

  it('leads to posts that Liquid names, and shows images of the media library', async () => {
    const { root } = await makeSite({
      '_config.yml': 'url: https://paper.example\nbaseurl: /blog\n',
      '_posts/2021-12-29-low-tide.md':
        '---\ntitle: A\n---\n[b]({% post_url 2021-12-30-high-tide %}) [c]({% link news/_posts/2021-12-31-wind.md %}) [d]({% post_url 2022-01-01-none %}) ![e]({{ site.baseurl }}/assets/e.png)\n',
      '_posts/2021-12-30-high-tide.md': '---\ntitle: B\n---\nb\n',
      'news/_posts/2021-12-31-wind.md': '---\ntitle: C\n---\n[b]({% post_url news/2021-12-31-wind %})\n',
    });
    await mkdir(path.join(root, 'assets'));
    await writeFile(path.join(root, 'assets/e.png'), png(3));
    await instance.strapi.plugin('press').service<ImportService>('import').run(root, {});
    const files: unknown = await instance.strapi.db.query('plugin::upload.file').findMany({});
    const [{ url }] = (files as { url: string }[]).slice(-1);
    const { pressPosts } = await ask<{ pressPosts: { html: string }[] }>(
      '{ pressPosts(sort: "title") { html } }',
    );
    expect(pressPosts[0].html).toContain('<a href="/blog/2021/12/30/high-tide.html">b</a>');
    expect(pressPosts[0].html).toContain('<a href="/blog/news/2021/12/31/wind.html">c</a>');
    expect(pressPosts[0].html).toContain('{% post_url 2022-01-01-none %}');
    expect(pressPosts[0].html).toContain(`<img src="${url}" alt="e" />`);
    expect(pressPosts[2].html).toContain('<a href="/blog/news/2021/12/31/wind.html">b</a>');
  });

  it('is rendered for many posts with as many statements as for one', async () => {
    const body = '[a]({% post_url 2022-01-02-a %}) ![b](/b.png)\n';
    const query =
      '{ pressPosts(pagination: { limit: 100 }) { html excerptHtml toc { id } wordCount excerpt id } }';
    const statements = () => countStatements(instance, () => ask(query));
    await publish('first', body);
    const one = await statements();
    for (let index = 0; index < 20; index += 1) await publish(`t${'x'.repeat(index)}`, `${body}${index}`);
    expect(await statements()).toBe(one);
  });

  it('is rendered for at most two thousand texts in a request', async () => {
    await insertPublishedRows(instance.strapi, 130, { date: new Date('2022-01-01') });
    const forms = ['', 'keep: [CLASS]', 'keep: [DATA]', 'keep: [CLASS, DATA]'].flatMap((keep) => [
      `(absolute: true${keep && `, ${keep}`})`,
      `(absolute: false${keep && `, ${keep}`})`,
    ]);
    const ask = (limit: number) => {
      const fields = forms.map((args, index) => `a${index}: html${args} b${index}: excerptHtml${args}`);
      return askGraphql(instance, `{ pressPosts(pagination: { limit: ${limit} }) { ${fields.join(' ')} } }`);
    };
    expect((await ask(120)).errors).toEqual([]);
    const { errors } = await ask(130);
    expect(errors[0].message).toBe(
      'The request asks for the HTML of more than 2000 texts. Take smaller pages.',
    );
    await deleteRows(instance.strapi);
  });

  it('is at hand for other plugins', async () => {
    const rendering = instance.strapi.plugin('press').service<RenderingService>('rendering');
    const post = { body: '[a](b.html)', url: '/news/a.html' };
    expect(await rendering.html(post)).toBe('<p><a href="/news/b.html">a</a></p>\n');
    expect(await rendering.html(post, { absolute: true })).toContain('"https://paper.example/news/b.html"');
  });
});

describe('ids', () => {
  it('differ by locale and status, and stay', async () => {
    const { documentId } = await publish('low-tide', 'a', 'categories: news\n');
    await documents().update({
      documentId,
      locale: 'zh-Hans',
      status: 'published',
      data: { frontMatter: 'title: 退潮\ndate: 2022-01-01\n', body: 'b' },
    });
    await setPublicActions(instance.strapi, [...READ, 'plugin::press.post.update']);
    const query = `query($id: ID!) {
      a: pressPost(documentId: $id) { id categories { id } }
      b: pressPost(documentId: $id, status: DRAFT) { id categories { id } }
      c: pressPost(documentId: $id, locale: "zh-Hans") { id }
      d: pressPostsByCursor { nodes { id } }
    }`;
    interface Found {
      id: string;
      categories: { id: string }[];
    }
    const { a, b, c, d } = await ask<Record<'a' | 'b' | 'c', Found> & { d: { nodes: Found[] } }>(query, {
      id: documentId,
    });
    expect(new Set([a.id, b.id, c.id]).size).toBe(3);
    expect(a.categories[0].id).toBe(b.categories[0].id);
    expect(d.nodes[0].id).toBe(a.id);
  });
});

describe('what only those see who write', () => {
  const query =
    '{ pressPosts { frontMatter diagnostics { ruleId severity message(language: "zh-Hans") path range { start { line character } end { line character } } } } }';

  it('is refused to readers', async () => {
    await publish('low-tide', 'a');
    const { errors } = await askGraphql(instance, query);
    expect(errors.map(({ message }) => message)).toContain('Forbidden access');
  });

  it('is the front matter and its problems', async () => {
    await publish('low-tide', 'a', 'categories: a, b\n');
    await setPublicActions(instance.strapi, [...READ, 'plugin::press.post.update']);
    const { pressPosts } = await ask<{ pressPosts: { frontMatter: string; diagnostics: unknown[] }[] }>(
      query,
    );
    expect(pressPosts[0].frontMatter).toContain('categories: a, b\n');
    expect(pressPosts[0].diagnostics).toContainEqual(
      expect.objectContaining({
        ruleId: 'categories/comma',
        severity: 'warning',
        path: ['categories'],
        message: expect.stringContaining('逗号'),
      }),
    );
  });
});

describe('share links', () => {
  it('lead to other networks where these are asked for', async () => {
    await publish('low-tide', 'a');
    const { pressPosts } = await ask<{ pressPosts: { shareLinks: { network: string; url: string }[] }[] }>(
      '{ pressPosts { shareLinks(networks: ["telegram", "x"]) { network url } } }',
    );
    expect(pressPosts[0].shareLinks.map(({ network }) => network)).toEqual(['link', 'telegram', 'x']);
    expect(pressPosts[0].shareLinks[1].url).toContain(
      encodeURIComponent('https://paper.example/2022/01/09/low-tide.html'),
    );
  });

  it('are refused for a network that is none', async () => {
    await publish('low-tide', 'a');
    const { errors } = await askGraphql(
      instance,
      '{ pressPosts { shareLinks(networks: ["myspace"]) { url } } }',
    );
    expect(errors[0].message).toMatch(/myspace is no share network; expected .*weibo/);
  });
});

describe('hostile texts', () => {
  it('reach readers on no surface', async () => {
    for (const [index, hostile] of HOSTILE.entries()) {
      // A NUL is refused before it could be stored.
      const body = hostile.replaceAll('\0', '');
      await documents().create({
        status: 'published',
        data: {
          title: `T${index} ${body}`,
          slug: `t${index}`,
          date: '2022-01-01',
          body,
          excerpt: body,
          author: body,
        },
      });
    }
    const texts: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const query = `query($after: String) { pressPostsByCursor(first: 100, after: $after) {
        pageInfo { endCursor hasNextPage }
        nodes { html(keep: [CLASS, DATA]) absolute: html(absolute: true) excerptHtml(keep: [CLASS]) }
      } }`;
      type Answer = {
        pressPostsByCursor: {
          pageInfo: { endCursor: string; hasNextPage: boolean };
          nodes: Record<string, string>[];
        };
      };
      const { pressPostsByCursor }: Answer = await ask<Answer>(query, { after });
      texts.push(...pressPostsByCursor.nodes.flatMap((node) => Object.values(node)));
      ({ endCursor: after, hasNextPage: more } = pressPostsByCursor.pageInfo);
    }
    const get = (route: string) => request(instance.server).get(`/api/press/${route}`).buffer(true);
    const json = JSON.parse((await get('feed.json?limit=100')).text) as { items: Record<string, string>[] };
    texts.push(...json.items.map(({ content_html: html }) => html));
    const atom = (await get('feed.xml?limit=100')).text;
    const contents = [...atom.matchAll(/<content [^>]*(?<!\/)>([^]*?)<\/content>/g)].map(([, text]) =>
      unescaped(text),
    );
    texts.push(...contents);
    expect(contents.length).toBeGreaterThan(60);
    expect(texts.length).toBeGreaterThan(HOSTILE.length * 3 + 160);
    for (const text of texts) expect(hostileParts(text)).toEqual([]);
    // Whatever is no HTML is a text in an element of XML.
    expect(atom).not.toMatch(/<(?:script|img|svg|iframe|a)\b/i);
  });
});

function unescaped(xml: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#13': '\r' };
  return xml.replace(/&(lt|gt|quot|amp|#13);/g, (_, name: string) => names[name]);
}
