import type { BackLink, ShareLink } from '../../../core/post';

/** A feed, whichever format it is written in. All URLs are absolute; times are as RFC 3339 has them. */
export interface Feed {
  /** Stays the same wherever the feed is published, so that readers take it for the feed they know. */
  id: string;
  title: string;
  /** The site's home page. */
  homeUrl: string;
  /** Where readers get this feed. */
  selfUrl: string;
  /** BCP 47 tag; null where unknown. */
  language: string | null;
  updated: string;
  items: FeedItem[];
}

/** A post in a feed. */
export interface FeedItem {
  id: string;
  url: string;
  /** Plain text. */
  title: string;
  published: string;
  updated: string;
  author: string;
  /** Terms of the categories, then of the tags. */
  terms: string[];
  /** Plain text; null where there is none. */
  summary: string | null;
  /** Sanitized HTML with whole addresses; null unless the setting `feeds.content` is on. */
  html: string | null;
  image: string | null;
  /** Empty unless the setting `feeds.links` is on. */
  shareLinks: ShareLink[];
  backLinks: BackLink[];
}
