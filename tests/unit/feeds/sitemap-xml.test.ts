import {
  newsEntry,
  NEWS_START,
  SITEMAP_END,
  SITEMAP_START,
  sitemapEntry,
  sitemapIndex,
} from '../../../server/src/feeds/sitemap-xml';
import { schemaProblems } from '../../schemas/schema-problems';

const LOC = 'https://paper.example/2021/12/29/a.html?b=1&c=%E4%B8%B4';

describe('a sitemap', () => {
  it('follows the schema, with other languages too', () => {
    const entries = [
      { loc: 'https://paper.example/', lastmod: null, alternates: [] },
      { loc: LOC, lastmod: '2021-12-29T00:43:42.000Z', alternates: [] },
      {
        loc: LOC,
        lastmod: '2021-12-29T00:43:42.000Z',
        alternates: [
          { locale: 'en', href: LOC },
          { locale: 'zh-Hans', href: 'https://paper.example/b' },
        ],
      },
    ];
    const text = SITEMAP_START + entries.map(sitemapEntry).join('') + SITEMAP_END;
    expect(schemaProblems(text, 'sitemap-with-alternates.xsd')).toBe('');
    expect(text).toContain('b=1&amp;c=%E4%B8%B4');
  });

  it('of news follows the description, whatever the texts are', () => {
    const entries = ['Low tide', '<b> & "c"', '临沂'].map((title) => ({
      loc: LOC,
      publication: 'The <Paper> & Co',
      language: 'zh-cn',
      date: '2021-12-29T08:43:42+08:00',
      title,
    }));
    const text = NEWS_START + entries.map(newsEntry).join('') + SITEMAP_END;
    expect(schemaProblems(text, 'news-sitemap.xsd')).toBe('');
    expect(schemaProblems(text.replace('zh-cn', 'zh-Hans'), 'news-sitemap.xsd')).not.toBe('');
  });

  it('lists its parts as the protocol has it', () => {
    const text = sitemapIndex(['https://paper.example/sitemap-1.xml', LOC]);
    expect(schemaProblems(text, 'siteindex.xsd')).toBe('');
  });
});
