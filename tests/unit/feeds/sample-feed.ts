import type { Feed, FeedItem } from '../../../server/src/feeds/feed';

export function sampleItem(over: Partial<FeedItem> = {}): FeedItem {
  return {
    id: 'https://paper.example/news/2021/12/29/a',
    url: 'https://paper.example/news/2021/12/29/a.html',
    title: 'Low tide',
    published: '2021-12-29T08:43:42+08:00',
    updated: '2021-12-30T08:43:42+08:00',
    author: 'Ada',
    terms: ['news', 'ferry'],
    summary: 'First words.',
    image: null,
    html: '<p>First words.</p>',
    shareLinks: [],
    backLinks: [],
    ...over,
  };
}

export function sampleFeed(items: FeedItem[] = [sampleItem()], over: Partial<Feed> = {}): Feed {
  return {
    id: 'https://paper.example/feed.xml',
    title: 'The Paper',
    homeUrl: 'https://paper.example/',
    selfUrl: 'https://paper.example/feed.xml',
    language: 'zh-Hans',
    updated: '2021-12-30T08:43:42+08:00',
    items,
    ...over,
  };
}
