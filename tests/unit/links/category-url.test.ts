import { requestedPath } from '../../../core/jekyll';
import { categoryUrl, tagUrl, termClue } from '../../../core/links';
import { linkSettings } from './link-fixtures';

const NEWS = { name: 'The news', slug: 'news', term: 'N/ews 新闻' };

/** Settings with a URL template for the pages of categories. */
function withTemplate(url: string) {
  const settings = linkSettings();
  return { ...settings, backLinks: { ...settings.backLinks, category: { label: '{name}', url } } };
}

/** As readers ask for it; whole URLs are on another site here. */
const pathOf = (url: string): string | null => (url.startsWith('/') ? requestedPath(url) : null);

describe('the clue that a path gives of a category', () => {
  it.each([
    ['/category/{slug}', 'slug', 'news'],
    ['/category/{slug}.html', 'slug', 'news'],
    ['/{slug}/', 'slug', 'news'],
    ['/c/{category.slug}/index.html', 'slug', 'news'],
    ['/c/{name}', 'name', 'The news'],
    ['/c/{term}/', 'term', 'N/ews 新闻'],
    ['/{slug}/of/{name}', 'slug', 'news'],
    ['/c{?slug}', 'slug', 'news'],
  ])('of %s is its %s', (template, attribute, value) => {
    const settings = withTemplate(template);
    const path = pathOf(categoryUrl(NEWS, settings, null)) ?? '';
    expect(termClue(path, (page) => pathOf(categoryUrl(page, settings, null)))).toEqual({ attribute, value });
  });

  it.each([
    ['/category/{slug}.html', '/category/news'],
    ['/category/{slug}.html', '/2022/01/05/news.html'],
    ['/category/{slug}', '/category/'],
    ['/category', '/category'],
    ['//other.example/{slug}', '/news'],
  ])('of %s is none in %s', (template, path) => {
    const settings = withTemplate(template);
    expect(termClue(path, (page) => pathOf(categoryUrl(page, settings, null)))).toBeNull();
  });
});

describe("the URL of a tag's page", () => {
  const settings = (tagTemplate: string | null) => ({
    ...linkSettings(),
    terms: { tagUrl: tagTemplate },
  });

  it.each([
    ['/tag/{slug}', '/tag/news'],
    ['/tag/{term}.html', '/tag/N%2Fews%20%E6%96%B0%E9%97%BB.html'],
    [null, null],
  ])('by %s is %s', (template, url) => {
    expect(tagUrl(NEWS, settings(template), null)).toBe(url);
  });
});
