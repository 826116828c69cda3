import { postSeo, type SeoInput } from '../../../core/seo';
import { testSettings } from '../settings';

const settings = testSettings({ site: { url: 'https://paper.example', title: 'The Paper' } });

const INPUT: SeoInput = {
  title: 'Low tide',
  description: 'First words.',
  url: '/news/2021/12/29/low-tide.html',
  published: '2021-12-29T00:43:42.000Z',
  modified: null,
  author: 'Ada',
  image: 'https://paper.example/a.png',
  sections: ['Harbour', 'News'],
  keywords: ['ferry', 'tide'],
  language: 'zh-Hans',
  wordCount: 120,
};

const seo = (input: Partial<SeoInput> = {}) => postSeo({ ...INPUT, ...input }, settings);

describe('the head of a page', () => {
  it('has a NewsArticle', () => {
    expect(JSON.parse(seo().jsonLd)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Low tide',
      description: 'First words.',
      url: 'https://paper.example/news/2021/12/29/low-tide.html',
      mainEntityOfPage: 'https://paper.example/news/2021/12/29/low-tide.html',
      datePublished: '2021-12-29T00:43:42.000Z',
      dateModified: '2021-12-29T00:43:42.000Z',
      inLanguage: 'zh-Hans',
      articleSection: 'Harbour',
      keywords: 'ferry, tide',
      image: ['https://paper.example/a.png'],
      author: { '@type': 'Person', name: 'Ada' },
      publisher: { '@type': 'Organization', name: 'The Paper' },
      wordCount: 120,
    });
  });

  it('leaves out what is not known', () => {
    const bare = postSeo(
      {
        ...INPUT,
        description: null,
        url: null,
        published: null,
        author: null,
        image: null,
        sections: [],
        keywords: [],
        language: null,
        wordCount: 0,
      },
      testSettings({ site: { url: null, title: null } }),
    );
    expect(JSON.parse(bare.jsonLd)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Low tide',
    });
    expect(bare).toMatchObject({ description: null, canonicalUrl: null });
    expect(bare.openGraph).toEqual([
      { property: 'og:type', content: 'article' },
      { property: 'og:title', content: 'Low tide' },
    ]);
  });

  it('is by the site where nobody is named', () => {
    expect(JSON.parse(seo({ author: null }).jsonLd)).toMatchObject({ author: { name: 'The Paper' } });
  });

  it('has Open Graph properties, one for each tag', () => {
    expect(seo().openGraph.map(({ property, content }) => `${property} ${content}`)).toEqual([
      'og:type article',
      'og:title Low tide',
      'og:description First words.',
      'og:url https://paper.example/news/2021/12/29/low-tide.html',
      'og:site_name The Paper',
      'og:locale zh_Hans',
      'og:image https://paper.example/a.png',
      'article:published_time 2021-12-29T00:43:42.000Z',
      'article:author Ada',
      'article:section Harbour',
      'article:tag ferry',
      'article:tag tide',
    ]);
  });

  it('has JSON that cannot leave its element', () => {
    const title = '</script><script>alert(1)</script><!-- \u2028';
    const { jsonLd } = seo({ title });
    expect(jsonLd).not.toMatch(/<|\u2028/);
    expect(JSON.parse(jsonLd)).toMatchObject({ headline: title });
  });

  it.each([
    ['a '.repeat(200), `${'a '.repeat(149)}a…`],
    ['字'.repeat(301), `${'字'.repeat(300)}…`],
    ['a'.repeat(300), 'a'.repeat(300)],
  ])('has a description of bounded length', (description, expected) => {
    expect(seo({ description }).description).toBe(expected);
  });
});
