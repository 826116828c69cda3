import { expandText } from './label';
import type { ShareNetwork, ShareValue } from './share-networks';
import { encodeValue } from './url-encoding';

/** What is shared, and the server that Mastodon links go to. All but `url` may be '' where there is none. */
export interface SharedPage extends Record<Exclude<ShareValue, 'text'>, string> {
  instance: string;
}

function graphemes(text: string): string[] {
  return Array.from(
    new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text),
    (part) => part.segment,
  );
}

/** Title and URL on two lines. The URL is never cut: it would lead nowhere. */
function textOf({ title, url }: SharedPage, lineBreak: string, longest: number | undefined): string {
  if (title === '') return url;
  const text = `${title}${lineBreak}${url}`;
  if (longest === undefined || graphemes(text).length <= longest) return text;
  const room = longest - graphemes(`…${lineBreak}${url}`).length;
  return room > 0 ? `${graphemes(title).slice(0, room).join('')}…${lineBreak}${url}` : url;
}

/**
 * The URL that shares a page on a network; null where the network needs a server that is not set. Values are encoded as
 * `encodeURIComponent` does, so a space is `%20`, and a line break in mail is `%0D%0A` (RFC 6068 section 5).
 */
export function networkUrl(network: ShareNetwork, page: SharedPage): string | null {
  if (network.endpoint.includes('{instance}') && page.instance === '') return null;
  const lineBreak = network.endpoint === 'mailto:' ? '\r\n' : '\n';
  const shared = Object.entries(network.parameters).map(([parameter, value]): [string, string] => [
    parameter,
    value === 'text' ? textOf(page, lineBreak, network.longestText) : page[value],
  ]);
  const query = [...Object.entries(network.fixed ?? {}), ...shared]
    .filter(([, value]) => value !== '')
    .map(([parameter, value]) => `${parameter}=${encodeValue(value)}`)
    .join('&');
  const endpoint = expandText(network.endpoint, { instance: page.instance, url: page.url });
  return query === '' ? endpoint : `${endpoint}?${query}`;
}
