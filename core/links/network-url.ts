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
  const { endpoint, parameters, fixed = {}, longestText } = network;
  if (page.instance === '' && endpoint.includes('{instance}')) return null;
  const lineBreak = endpoint === 'mailto:' ? '\r\n' : '\n';
  let url = endpoint.includes('{')
    ? expandText(endpoint, { instance: page.instance, url: page.url })
    : endpoint;
  let joint = '?';
  const add = (parameter: string, value: string): void => {
    if (value === '') return;
    url += `${joint}${parameter}=${encodeValue(value)}`;
    joint = '&';
  };
  for (const parameter in fixed) add(parameter, fixed[parameter]);
  for (const parameter in parameters) {
    const value = parameters[parameter];
    add(parameter, value === 'text' ? textOf(page, lineBreak, longestText) : page[value]);
  }
  return url;
}
