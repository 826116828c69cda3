import { jsonFeed } from '../../../server/src/feeds/json-feed';
import { JSON_FEED } from '../../schemas/json-feed';
import { sampleFeed, sampleItem } from './sample-feed';

describe('a JSON Feed', () => {
  it.each([
    ['of a post', sampleFeed()],
    ['of none', sampleFeed([])],
    ['with an image', sampleFeed([sampleItem({ image: 'https://paper.example/a.png' })])],
    ['with as little as can be', sampleFeed([sampleItem({ terms: [], summary: null, author: '' })])],
    ['without a language', sampleFeed(undefined, { language: null })],
    ['without texts', sampleFeed([sampleItem({ html: null })])],
  ])('%s follows version 1.1', (_name, feed) => {
    expect(JSON_FEED.safeParse(JSON.parse(jsonFeed(feed))).error?.issues).toBeUndefined();
  });

  it('has links as an extension, only where there are any', () => {
    const shareLinks = [{ network: 'x', label: 'X', url: 'https://x.example/' }];
    const items = [sampleItem({ shareLinks }), sampleItem({ id: 'https://paper.example/b' })];
    const written = JSON.parse(jsonFeed(sampleFeed(items))) as { items: Record<string, unknown>[] };
    expect(JSON_FEED.safeParse(written).error?.issues).toBeUndefined();
    expect(written.items[0]._press).toEqual({ share_links: shareLinks, back_links: [] });
    expect(written.items[1]).not.toHaveProperty('_press');
  });
});
