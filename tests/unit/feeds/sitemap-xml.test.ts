import {
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

  it('lists its parts as the protocol has it', () => {
    const text = sitemapIndex(['https://paper.example/sitemap-1.xml', LOC]);
    expect(schemaProblems(text, 'siteindex.xsd')).toBe('');
  });
});
