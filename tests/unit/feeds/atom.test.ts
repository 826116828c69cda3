import fc from 'fast-check';
import { atomDocument } from '../../../server/src/feeds/atom';
import { schemaProblems } from '../../schemas/schema-problems';
import { sampleFeed, sampleItem } from './sample-feed';

const LINKS = {
  shareLinks: [{ network: 'x', label: 'X', url: 'https://x.example/?a=1&b=2' }],
  backLinks: [{ kind: 'home' as const, label: '返回首页', url: 'https://paper.example/' }],
};

describe('an Atom document', () => {
  it.each([
    ['of a post', sampleFeed()],
    ['of none', sampleFeed([])],
    ['with everything', sampleFeed([sampleItem({ image: 'https://paper.example/a.png', ...LINKS })])],
    ['with as little as can be', sampleFeed([sampleItem({ terms: [], summary: null, author: '' })])],
    ['without a language', sampleFeed(undefined, { language: null })],
    ['without texts', sampleFeed([sampleItem({ html: null })])],
  ])('%s follows RFC 4287', (_name, feed) => {
    expect(schemaProblems(atomDocument(feed), 'atom.rng')).toBe('');
  });

  it('gives each entry one alternate link and an author, as the rules beside the schema ask', () => {
    const [entry] = atomDocument(sampleFeed()).split('<entry>').slice(1);
    expect(entry.match(/<link [^>]*rel="alternate"/g)).toHaveLength(1);
    expect(entry.match(/<author><name>Ada<\/name><\/author>/g)).toHaveLength(1);
  });

  it('gives the text as HTML, with its address for whatever is relative in it', () => {
    expect(atomDocument(sampleFeed([sampleItem({ html: '<p>a &amp; b</p>' })]))).toContain(
      '<content type="html" xml:base="https://paper.example/news/2021/12/29/a.html">&lt;p&gt;a &amp;amp; b&lt;/p&gt;</content>',
    );
  });

  it('gives an image, share links and back links', () => {
    const text = atomDocument(
      sampleFeed([sampleItem({ image: 'https://paper.example/a.png?b&c', ...LINKS })]),
    );
    for (const part of [
      '<media:thumbnail url="https://paper.example/a.png?b&amp;c"/>',
      '<media:content medium="image" url="https://paper.example/a.png?b&amp;c"/>',
      '<link href="https://x.example/?a=1&amp;b=2" rel="related" title="X"/>',
      '<link href="https://paper.example/" rel="up" title="返回首页"/>',
    ])
      expect(text).toContain(part);
  });

  it('stays one whatever the texts are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</title><script>', ']]>', '"', "'", '&amp;', '\u0000', '\ud800', '\uffff', '\r\n'),
    );
    const posts = fc.sample(
      fc.record({ title: text, summary: text, author: text, html: text, term: text }),
      300,
    );
    const items = posts.map(({ term, ...texts }) => sampleItem({ ...texts, terms: [term] }));
    const feed = sampleFeed(items, { title: posts[0].title });
    expect(schemaProblems(atomDocument(feed), 'atom.rng')).toBe('');
  });
});
