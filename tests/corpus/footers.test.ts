import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  captureFooter,
  footerBackLinks,
  keptShareUrl,
  postLinks,
  renderFooter,
  shareTarget,
  termSlug,
  type FooterInput,
  type FooterSettings,
} from '../../core/links';
import type { CategoryNode, PostFields } from '../../core/post';
import { FINEWS_CONFIG } from './finews-settings';

const SHARED = process.env.PRESS_SHARED ?? path.resolve(__dirname, '../../../shared');
const POSTS = path.join(SHARED, 'data/finews/_posts');

const SETTINGS: FooterSettings = {
  ...FINEWS_CONFIG,
  site: { ...FINEWS_CONFIG.site, baseurl: '' },
  share: { ...FINEWS_CONFIG.share, networks: [], utm: null, mastodonInstance: null },
};
const FORMS = [FINEWS_CONFIG.footer.write, ...FINEWS_CONFIG.footer.read];

interface CorpusPost {
  body: string;
  tags: string;
  input: FooterInput;
}

/** A post of the corpus: its headers are plain lines, and five have a blank line before the fence, so no header at all. */
function corpusPost(file: string): CorpusPost {
  const text = readFileSync(path.join(POSTS, file), 'utf8');
  const [header = '', head = ''] = /^---\n([^]*?)\n---\n/.exec(text) ?? [];
  const line = (key: string): string => new RegExp(`^${key}: *(.*)$`, 'm').exec(head)?.[1] ?? '';
  const categories = line('categories').split(/\s+/).filter(Boolean);
  const post: PostFields = {
    title: line('title'),
    slug: file.replace(/^(?:\d{4}-\d\d-\d\d)?-/, '').replace(/\.md$/, ''),
    date: null,
    layout: null,
    author: null,
    source: null,
    excerpt: null,
    image: null,
    permalink: null,
    shareUrl: null,
    categories,
    tags: [],
  };
  const terms = categories.map((term) => ({ term, name: null, slug: null }));
  return {
    body: text.slice(header.length),
    tags: line('tags'),
    input: { post, url: null, terms, locale: null },
  };
}

const CORPUS = new Map(readdirSync(POSTS).map((file) => [file, corpusPost(file)]));

function capture({ body, input }: CorpusPost): ReturnType<typeof captureFooter> {
  return captureFooter(body, input, SETTINGS);
}

function category(term: string, name: string): CategoryNode {
  return { id: term, name, slug: termSlug(term), term, shareUrl: null, backLinkLabel: null, parent: null };
}

describe('the footers of the news site', () => {
  it('are recognised in all 78 posts that have one, by seven forms', () => {
    const counts = new Array<number>(FORMS.length).fill(0);
    const without: string[] = [];
    for (const [file, post] of CORPUS) {
      const { footer } = capture(post);
      if (footer === null) without.push(file);
      else counts[footer.form] = (counts[footer.form] ?? 0) + 1;
    }
    expect(CORPUS.size).toBe(79);
    expect(without).toEqual(['2021-12-01-init.md']);
    expect(counts).toEqual([1, 33, 5, 2, 18, 4, 15]);
  });

  it('leave body and footer that together are the original', () => {
    for (const post of CORPUS.values()) {
      const { body, footer } = capture(post);
      expect(body + (footer?.text ?? '')).toBe(post.body);
      expect(body).not.toMatch(/返回首页|<https?:[^>]*>\s*$/);
    }
  });

  it('tell the share URL, with the slug in 77 of them', () => {
    const found = [...CORPUS.values()].map((post) => ({ post, shareUrl: capture(post).footer?.shareUrl }));
    const withSlug = found.filter(({ post, shareUrl }) => shareUrl?.includes(post.input.post.slug));
    expect(withSlug).toHaveLength(77);
    expect(found.filter(({ shareUrl }) => shareUrl === '')).toHaveLength(1);
  });

  it('tell the name of the category, which is the tag, in all 63 with back links', () => {
    const named = [...CORPUS.values()].filter((post) => {
      const names = capture(post).footer?.names ?? {};
      return Object.values(names)[0] === post.tags && Object.keys(names)[0] === post.input.terms[0]?.term;
    });
    expect(named).toHaveLength(63);
  });

  it('are rendered again, byte for byte, from what they told', () => {
    for (const post of CORPUS.values()) {
      const { footer } = capture(post);
      const form = FORMS[footer?.form ?? -1];
      if (footer === null || form === undefined) continue;
      const categories = post.input.terms.map(({ term }) => category(term, footer.names[term] ?? term));
      const links = footerBackLinks(form, categories, SETTINGS, null);
      expect(renderFooter(form, { shareUrl: footer.shareUrl, backLinks: links }, SETTINGS)).toBe(
        footer.text.trimEnd(),
      );
    }
  });

  it('give back their share URL where it is not the one that the settings generate', () => {
    const kept = [...CORPUS.values()].map((post) => {
      const { footer } = capture(post);
      return keptShareUrl(footer?.shareUrl ?? null, {
        post: post.input.post,
        canonicalUrl: null,
        categories: [],
        settings: SETTINGS,
      });
    });
    expect(kept.filter((url) => url !== null)).toHaveLength(76);
  });
});

describe('the post of the Linyi daily', () => {
  const daily = CORPUS.get('2021-12-29-NW202112292229239264.md');
  if (daily === undefined) throw new Error('The post of the Linyi daily is missing from the corpus');

  it('loses its footer and nothing else', () => {
    const { body, footer } = capture(daily);
    expect(body.endsWith('<p class="em_media">（文章来源：临沂日报）</p>')).toBe(true);
    expect(footer).toMatchObject({
      form: 0,
      shareUrl: 'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202112292229239264',
      names: { linyiribao: '临沂日报新闻' },
    });
  });

  it('gets the links that its site wrote', () => {
    const categories = [category('linyiribao', '临沂日报新闻')];
    const input = { post: daily.input.post, capturedShareUrl: null, categories };
    expect(shareTarget({ ...input, canonicalUrl: null, settings: SETTINGS })).toBe(
      'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202112292229239264',
    );
    expect(postLinks({ ...input, url: null, locale: null }, SETTINGS).backLinks).toEqual([
      {
        kind: 'category',
        label: '返回临沂日报新闻',
        url: '//finews.withounder.com/category/linyiribao.html',
      },
      { kind: 'home', label: '返回首页', url: '//finews.withounder.com/' },
    ]);
  });
});
