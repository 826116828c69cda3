import type { LinkedFields } from '../post';
import type { FooterForm } from '../settings';
import { canonicalUrl } from './canonical-url';
import { footerBackLinks, renderFooter } from './footer-form';
import { LONGEST_PLACE, matchAtEnd, piecesOf, type Place } from './footer-pattern';
import { asCategories, namelessTerms, type FooterTerm } from './footer-terms';
import type { FooterSettings } from './link-settings';
import { shareTarget } from './share-target';
import { encodeValue } from './url-encoding';

export interface FooterInput {
  post: LinkedFields;
  /** The decoded URL path; null where the post has none. */
  url: string | null;
  /** All of the post's categories, in order. */
  terms: FooterTerm[];
  locale: string | null;
}

/** A footer found at the end of a body. */
export interface CapturedFooter {
  /** Which form it has: 0 is `footer.write`, 1 the first of `footer.read`. */
  form: number;
  /** The footer with everything behind it: body and text together are what was given. */
  text: string;
  /** Exactly as found, '' for `<>`; null where the form has no share URL. */
  shareUrl: string | null;
  /** Names of categories that were not known, by term. */
  names: Record<string, string>;
}

const SHARE = 'share';

/** More categories than any post has; a footer of so many links is not looked for. */
const MOST_NAMELESS = 500;

/**
 * Marks for the places of a footer that are not known, from the last private use plane. Data that has the same
 * characters cannot mislead: what was found is rendered again and compared.
 */
const SHARE_MARK = String.fromCodePoint(0x10f000);
const FIRST_NAME_MARK = 0x10f001;

const AS_IT_IS = (text: string): string => text;
const WITHOUT_BLANK_END = (text: string): string => text.trimEnd();

type Render = (shareUrl: string, nameOf: (term: string) => string) => string;

function rendererOf(form: FooterForm, input: FooterInput, settings: FooterSettings): Render {
  const language = input.locale ?? settings.site.language;
  return (shareUrl, nameOf) => {
    const links = footerBackLinks(form, asCategories(input.terms, nameOf), settings, language);
    return renderFooter(form, { shareUrl, backLinks: links }, settings).replace(/\r\n/g, '\n');
  };
}

/** Which texts a footer's share URL may have: none, one with the post's slug, or the one that the post would get. */
function shareCheck(input: FooterInput, settings: FooterSettings): (text: string) => boolean {
  const { slug } = input.post;
  const generated = (): string | null =>
    shareTarget({
      post: input.post,
      capturedShareUrl: null,
      canonicalUrl: input.url === null ? null : canonicalUrl(input.url, settings),
      categories: asCategories(input.terms, (term) => term),
      settings,
    });
  const hasSlug = (text: string): boolean =>
    slug !== '' && (text.includes(slug) || text.includes(encodeValue(slug)));
  return (text) => text === '' || hasSlug(text) || text === generated();
}

interface Found {
  /** Length of the footer at the end of the body, a CRLF counting as one. */
  length: number;
  shareUrl: string | null;
  names: Record<string, string>;
}

/** The places of a footer by the marks that stand for them; a name in a URL is percent-encoded. */
function placesOf(nameMarks: ReadonlyMap<string, string>, accepts: Place['accepts']): Map<string, Place> {
  const places = new Map<string, Place>([[SHARE_MARK, { key: SHARE, barrier: /\s/, accepts }]]);
  for (const [term, mark] of nameMarks) {
    places.set(mark, { key: `name ${term}`, barrier: /[\n\r]/, accepts: () => true });
    places.set(encodeURIComponent(mark), { key: `url ${term}`, barrier: /\s/, accepts: () => true });
  }
  return places;
}

/** Looks for one form at the end of a body. */
function findForm(
  body: string,
  render: Render,
  nameMarks: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, Place>,
): Found | null {
  const rendered = render(SHARE_MARK, (term) => nameMarks.get(term) ?? term);
  if (rendered.trim() === '') return null;
  const blankEnd = body.length - body.trimEnd().length;
  const reach = blankEnd + 2 * rendered.length + places.size * LONGEST_PLACE;
  // The blank lines before a footer belong to the header where the body has nothing else.
  const padding = reach >= body.length ? (/^\s*/.exec(rendered)?.[0] ?? '') : '';
  const end = body.slice(-reach).replace(/\r\n/g, '\n');
  const text = padding + end;

  const trims = blankEnd > 0 || /\s$/.test(rendered) ? [AS_IT_IS, WITHOUT_BLANK_END] : [AS_IT_IS];

  for (const trim of trims) {
    const pieces = piecesOf(trim(rendered), places);
    const match = pieces === null ? null : matchAtEnd(trim(text), pieces);
    if (match === null) continue;
    const names: Record<string, string> = {};
    for (const term of nameMarks.keys()) names[term] = match.values.get(`name ${term}`) ?? '';
    const shareUrl = match.values.get(SHARE) ?? null;
    const again = render(shareUrl ?? '', (term) => names[term] || term);
    if (trim(again) !== trim(text).slice(match.start)) continue;
    return { length: Math.min(text.length - match.start, end.length), shareUrl, names };
  }
  return null;
}

/** Where the last `length` characters begin, a CRLF counting as one. */
function startOfEnd(body: string, length: number): number {
  let start = body.length;
  for (let left = length; left > 0; left -= 1) {
    start -= body.endsWith('\r\n', start) ? 2 : 1;
  }
  return start;
}

/**
 * Takes the footer off a body. Each form of the settings is rendered with the post's own terms and compared with the end
 * of the body; line ends may be CRLF, and blanks may follow. Found out are only the share URL (if it is empty, has the
 * slug in it, or is the one that the post would get) and the names of unknown categories. The first form that fits wins;
 * where none does, the body stays whole. Body and footer text together are always the body given.
 */
export function captureFooter(
  body: string,
  input: FooterInput,
  settings: FooterSettings,
): { body: string; footer: CapturedFooter | null } {
  const nameless = namelessTerms(input.terms);
  if (settings.footer === null || nameless.length > MOST_NAMELESS) return { body, footer: null };
  const nameMarks = new Map(
    nameless.map((term, index) => [term, String.fromCodePoint(FIRST_NAME_MARK + index)] as const),
  );
  const places = placesOf(nameMarks, shareCheck(input, settings));

  for (const [index, form] of [settings.footer.write, ...settings.footer.read].entries()) {
    const found = findForm(body, rendererOf(form, input, settings), nameMarks, places);
    if (found === null || found.length === 0) continue;
    const start = startOfEnd(body, found.length);
    const told = Object.entries(found.names).filter(([term, name]) => name !== '' && name !== term);
    return {
      body: body.slice(0, start),
      footer: {
        form: index,
        text: body.slice(start),
        shareUrl: found.shareUrl,
        names: Object.fromEntries(told),
      },
    };
  }
  return { body, footer: null };
}
