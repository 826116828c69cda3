import type { Envelope } from '../../../core/front-matter';
import { footerLinks } from '../../../core/links';
import type { BackLink, ShareLink } from '../../../core/post';
import { contentKey } from './content-key';

interface Links {
  shareLinks: ShareLink[];
  backLinks: BackLink[];
}

/** Key of what a footer shows of a post's links: its share target and its back links. */
export function linksKeyOf({ shareLinks, backLinks }: Links): string {
  return contentKey(footerLinks(shareLinks[0]?.url ?? null, backLinks));
}

/** Notes beside a footer found in a file which links the post had when the file came in. */
export function withLinksKey(envelope: Envelope | null, links: Links): Envelope | null {
  if (!envelope?.footer) return envelope;
  return { ...envelope, footer: { ...envelope.footer, linksKey: linksKeyOf(links) } };
}
