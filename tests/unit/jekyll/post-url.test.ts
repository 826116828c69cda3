import fc from 'fast-check';
import { postUrl } from '../../../core/jekyll';
import type { PostFields } from '../../../core/post';
import { testSettings } from '../settings';

const fields = (more: Partial<PostFields> = {}): PostFields => ({
  title: 'T',
  slug: 'Fresh-Bread',
  date: '2021-12-31T18:05:09.000Z',
  layout: null,
  author: null,
  source: null,
  excerpt: null,
  image: null,
  permalink: null,
  shareUrl: null,
  categories: ['News', '新闻'],
  tags: [],
  ...more,
});
const PATH = '_posts/2022-01-01-fresh.md';
const urlOf = (permalink: string, more: Partial<PostFields> = {}, filePath: string | null = PATH) =>
  postUrl(fields(more), filePath, testSettings({ permalink, site: { timezone: 'Asia/Shanghai' } })).url;

describe('postUrl', () => {
  it.each([
    ['date', '/news/新闻/2022/01/01/Fresh-Bread.html'],
    ['pretty', '/news/新闻/2022/01/01/Fresh-Bread/'],
    ['ordinal', '/news/新闻/2022/001/Fresh-Bread.html'],
    ['weekdate', '/news/新闻/2022/W52/Sat/Fresh-Bread.html'],
    ['none', '/news/新闻/Fresh-Bread.html'],
    ['/:short_year/:i_month/:i_day/:hour:minute:second/:slug', '/22/1/1/020509/fresh-bread'],
    ['/:short_month/:long_month/:short_day/:long_day/:w_day', '/Jan/January/Sat/Saturday/6'],
    ['/:w_year-:week/:year_:month/:name', '/2021-52/2022_01/2022-01-01-fresh'],
    ['/:collection/:path', '/posts/2022-01-01-fresh'],
    ['/:slugified_categories/', '/news/新闻/'],
  ])('%s gives %s', (permalink, url) => {
    expect(urlOf(permalink)).toBe(url);
  });

  it('gives the URL decoded and percent-encoded, and the id', () => {
    expect(
      postUrl(fields({ slug: 'a b' }), PATH, testSettings({ permalink: '/:categories/:title/' })),
    ).toEqual({
      url: '/news/新闻/a-b/',
      escapedUrl: '/news/%E6%96%B0%E9%97%BB/a-b/',
      id: '/news/%E6%96%B0%E9%97%BB/a b',
    });
  });

  it('lets the post’s own permalink win, where a style’s name is a path', () => {
    expect(urlOf('date', { permalink: '/about/:title' })).toBe('/about/Fresh-Bread');
    expect(urlOf('date', { permalink: 'pretty' })).toBe('/pretty');
  });

  it('passes over a permalink with an unknown name', () => {
    expect(urlOf('none', { permalink: '/:nothing/' })).toBe('/news/新闻/Fresh-Bread.html');
    expect(urlOf('/:nothing/', { categories: [] })).toBe('/2022/01/01/Fresh-Bread.html');
  });

  it('leaves the date out where there is none', () => {
    expect(urlOf('date', { date: null })).toBe('/news/新闻/Fresh-Bread.html');
  });

  it('takes a new post for the file that it becomes', () => {
    expect(urlOf('/:name:output_ext', {}, null)).toBe('/2022-01-01-fresh-bread.html');
  });

  it.each([
    ['_posts/2022-01-01-a.html', '.html'],
    ['_posts/2022-01-01-a.MKD', '.html'],
    ['_posts/2022-01-01-a.txt', '.txt'],
    ['_posts/2022-01-01-a.scss', '.css'],
  ])('%s becomes a page with %s', (path, ext) => {
    expect(urlOf('none', { categories: [] }, path)).toBe(`/Fresh-Bread${ext}`);
  });

  it('never throws', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('..', '%', '%zz', '://', '\ud800', '/:'));
    const some = fc.record({
      slug: text,
      permalink: fc.option(text),
      categories: fc.array(text),
      date: fc.option(text),
    });
    fc.assert(
      fc.property(some, text, (more, permalink) => {
        return urlOf(permalink, more).startsWith('/');
      }),
    );
  });

  it('encodes categories that Jekyll cannot', () => {
    expect(urlOf('none', { categories: ['2021: x'] })).toBe('/2021: x/Fresh-Bread.html');
  });
});
