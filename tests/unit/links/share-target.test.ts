import { keptShareUrl, shareTarget, type ShareInput } from '../../../core/links';
import type { LinkSettings } from '../../../core/links';
import { category, linkSettings, post } from './link-fixtures';

const CANONICAL = 'https://example.org/2021/rain-at-last.html';

function input(changes: Partial<ShareInput> = {}): ShareInput {
  return {
    post: post(),
    capturedShareUrl: null,
    canonicalUrl: CANONICAL,
    categories: [],
    settings: linkSettings(),
    ...changes,
  };
}

function withShare(share: Partial<LinkSettings['share']>): LinkSettings {
  return linkSettings({ share });
}

describe('shareTarget', () => {
  const settings = withShare({ url: 'https://s.example/{slug}' });
  const categories = [category('news', { shareUrl: 'https://news.example/{slug}' })];

  it('is the first of own URL, footer, category, settings and canonical URL', () => {
    const own = { post: post({ shareUrl: 'https://own.example/' }) };
    const captured = { capturedShareUrl: 'https://footer.example/1' };
    expect(shareTarget(input({ ...own, ...captured, categories, settings }))).toBe('https://own.example/');
    expect(shareTarget(input({ ...captured, categories, settings }))).toBe('https://footer.example/1');
    expect(shareTarget(input({ categories, settings }))).toBe('https://news.example/rain-at-last');
    expect(shareTarget(input({ settings }))).toBe('https://s.example/rain-at-last');
    expect(shareTarget(input())).toBe(CANONICAL);
    expect(shareTarget(input({ canonicalUrl: null }))).toBeNull();
  });

  it('takes the template of the first category that has or inherits one', () => {
    const root = category('root', { shareUrl: 'https://root.example/{category.slug}/{post.slug}' });
    const local = category('local', { parent: category('region', { parent: root }) });
    expect(shareTarget(input({ categories: [category('plain'), local, ...categories] }))).toBe(
      'https://root.example/local/rain-at-last',
    );
  });

  it('survives a category that is its own ancestor', () => {
    const circle = category('circle');
    circle.parent = category('other', { parent: circle });
    expect(shareTarget(input({ categories: [circle] }))).toBe(CANONICAL);
  });

  it("expands the site's variables", () => {
    const site = withShare({
      url: 'http://finews.zning.xyz/html_News/NewsShare.html{?infoCode}',
      variables: { infoCode: '{post.slug}' },
    });
    expect(shareTarget(input({ post: post({ slug: 'NW202112292229239264' }), settings: site }))).toBe(
      'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202112292229239264',
    );
    expect(shareTarget(input({ post: post({ slug: '' }), settings: site }))).toBe(CANONICAL);
  });

  it("dates by the day in the site's zone", () => {
    const site = withShare({ url: 'https://s.example/{year}/{month}/{day}/{post.date}' });
    const late = post({ date: '2021-12-31T16:30:00.000Z' });
    expect(shareTarget(input({ post: late, settings: site }))).toBe(
      'https://s.example/2022/01/01/2022-01-01',
    );
  });

  it('gives the canonical URL to a template', () => {
    expect(shareTarget(input({ settings: withShare({ url: 'https://go.example/{?url}' }) }))).toBe(
      `https://go.example/?url=${encodeURIComponent(CANONICAL)}`,
    );
  });

  it('falls through what is empty, not absolute or not of the web', () => {
    for (const shareUrl of ['', ' ', '/a', '//x.example/a', 'javascript:alert(1)', 'http://', 'not a url']) {
      expect(shareTarget(input({ post: post({ shareUrl }), capturedShareUrl: shareUrl }))).toBe(CANONICAL);
    }
    expect(shareTarget(input({ settings: withShare({ url: '/s/{slug}' }) }))).toBe(CANONICAL);
    const constant = withShare({
      url: 'https://s.example/{category.slug}{?slug,via}',
      variables: { via: 'site' },
    });
    expect(
      shareTarget(input({ post: post({ slug: '' }), categories: [category('a')], settings: constant })),
    ).toBe(CANONICAL);
    const dateless = { post: post({ date: null }), settings: withShare({ url: '{+site.url}/{date}' }) };
    expect(shareTarget(input(dateless))).toBe(CANONICAL);
  });

  it('may be the same for all posts, or all of a category', () => {
    const categories = [category('a')];
    const site = withShare({ url: 'https://s.example/{category.slug}' });
    expect(shareTarget(input({ categories, settings: site }))).toBe('https://s.example/a');
    expect(shareTarget(input({ settings: withShare({ url: 'https://s.example/' }) }))).toBe(
      'https://s.example/',
    );
  });

  it('keeps an own URL as it is written, save what would break out of HTML', () => {
    expect(shareTarget(input({ post: post({ shareUrl: ' http://x.example/文?b=11060,2 ' }) }))).toBe(
      'http://x.example/文?b=11060,2',
    );
    expect(shareTarget(input({ post: post({ shareUrl: 'http://x.example/a b>"' }) }))).toBe(
      'http://x.example/a%20b%3E%22',
    );
  });
});

describe('keptShareUrl', () => {
  const { capturedShareUrl: _, ...generated } = input();

  it('keeps what differs from the generated one', () => {
    expect(keptShareUrl('http://old.example/11060,rain-at-last.html', generated)).toBe(
      'http://old.example/11060,rain-at-last.html',
    );
  });

  it('keeps neither the generated one nor what is no URL', () => {
    for (const found of [CANONICAL, '', '/a', null]) expect(keptShareUrl(found, generated)).toBeNull();
  });
});
