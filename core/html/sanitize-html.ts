import sanitize from 'sanitize-html';
import { boundDepth, DEPTH } from './bound-depth';
import { safeStyle } from './safe-style';

/** Attributes that are left out unless they are asked for. */
export interface KeptAttributes {
  class?: boolean;
  /** Attributes that begin with `data-`. */
  data?: boolean;
}

const TEXT =
  'p div span br hr h1 h2 h3 h4 h5 h6 blockquote pre center address section article aside header footer main nav';
const INLINE =
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q rp rt ruby s samp small strike strong sub sup time tt u var wbr';
const LISTS = 'ul ol li dl dt dd details summary';
const TABLES = 'table caption colgroup col thead tbody tfoot tr th td';
const MEDIA = 'figure figcaption picture source img audio video track';

const SIZES = ['width', 'height'];
const CELL = ['colspan', 'rowspan', 'align', 'valign', 'headers', 'scope', 'abbr', ...SIZES];
const ATTRIBUTES: Record<string, string[]> = {
  '*': ['title', 'lang', 'dir', 'align', 'style', 'id'],
  a: ['href', 'hreflang', 'target', 'rel'],
  abbr: ['title'],
  blockquote: ['cite'],
  q: ['cite'],
  del: ['cite', 'datetime'],
  ins: ['cite', 'datetime'],
  time: ['datetime'],
  font: ['color', 'size'],
  ol: ['start', 'type', 'reversed'],
  ul: ['type'],
  li: ['value'],
  details: ['open'],
  table: ['border', 'cellpadding', 'cellspacing', 'summary', ...SIZES],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  td: CELL,
  th: CELL,
  img: ['src', 'srcset', 'sizes', 'alt', 'border', 'loading', 'decoding', ...SIZES],
  source: ['src', 'srcset', 'sizes', 'type', 'media', ...SIZES],
  audio: ['src', 'controls', 'loop', 'muted', 'preload'],
  video: ['src', 'poster', 'controls', 'loop', 'muted', 'preload', 'playsinline', ...SIZES],
  track: ['src', 'kind', 'srclang', 'label', 'default'],
  code: [],
  pre: [],
};

/** Classes by which highlighters know the language of code. */
const CODE_CLASSES = ['language-*', 'highlight'];
/** Where links inside a page lead; elsewhere an id serves nobody and could shadow what a page's scripts look up. */
const ANCHORS = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'sup',
  'figure',
  'table',
  'a',
  'p',
  'div',
  'span',
  'dt',
  'section',
]);
const ANCHOR = /^[\p{L}\p{M}\p{N}_:.-]{1,200}$/u;
const RASTER = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$/i;
/** Elements whose content is no text for readers. */
const UNREAD = [
  'script',
  'style',
  'textarea',
  'option',
  'noscript',
  'iframe',
  'noembed',
  'noframes',
  'template',
  'xmp',
  'svg',
  'math',
  'object',
  'title',
];

/** Gives an address the form in which readers of the page use it. */
export type ResolveAddress = (address: string, use: 'link' | 'image') => string;

/**
 * HTML that is safe on any page, whoever wrote it: only what is on the list above, links by http, https, mailto and tel,
 * images also as raster data. What is not on it goes, its text stays. The result is well-formed, each `<`, `>` and `&` of
 * texts and attributes is escaped.
 */
export function sanitizeHtml(html: string, kept: KeptAttributes = {}, resolve?: ResolveAddress): string {
  const everywhere = [...ATTRIBUTES['*'], ...(kept.class ? ['class'] : []), ...(kept.data ? ['data-*'] : [])];
  return sanitize(boundDepth(html), {
    ...RULES,
    allowedAttributes: { ...ATTRIBUTES, '*': everywhere },
    allowedClasses: kept.class ? {} : { code: CODE_CLASSES, pre: CODE_CLASSES },
    transformTags: {
      '*': (tagName, attribs) => {
        const safe = safeAttributes(tagName, attribs);
        return { tagName, attribs: resolve ? withAddresses(tagName, safe, resolve) : safe };
      },
    },
  });
}

const RULES: sanitize.IOptions = {
  allowedTags: [TEXT, INLINE, LISTS, TABLES, MEDIA].flatMap((names) => names.split(' ')),
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https', 'data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'srcset', 'cite', 'poster'],
  allowProtocolRelative: true,
  parseStyleAttributes: false,
  nonTextTags: UNREAD,
  nestingLimit: DEPTH,
};

const LINKS = ['href', 'cite'];
const IMAGES = ['src', 'poster'];

function withAddresses(
  tag: string,
  attributes: sanitize.Attributes,
  resolve: ResolveAddress,
): sanitize.Attributes {
  const resolved = { ...attributes };
  for (const name of LINKS) if (resolved[name]) resolved[name] = resolve(resolved[name], 'link');
  for (const name of IMAGES) if (resolved[name]) resolved[name] = resolve(resolved[name], 'image');
  if (resolved.srcset) resolved.srcset = mapSources(resolved.srcset, (address) => resolve(address, 'image'));
  return resolved;
}

/** `a.png 1x, b.png 2x` with other addresses. */
function mapSources(sources: string, map: (address: string) => string): string {
  return sources
    .split(/,\s+/)
    .map((candidate) => {
      const [address, ...size] = candidate.trim().split(/\s+/);
      return [map(address), ...size].join(' ');
    })
    .join(', ');
}

/** What depends on the value of an attribute. */
function safeAttributes(tag: string, attributes: sanitize.Attributes): sanitize.Attributes {
  const { id, style, target, rel, ...safe } = attributes;
  if (id !== undefined && ANCHORS.has(tag) && ANCHOR.test(id)) safe.id = id;
  const declarations = style === undefined ? '' : safeStyle(style);
  if (declarations !== '') safe.style = declarations;
  if (tag === 'a' && target === '_blank') Object.assign(safe, { target, rel: 'noopener' });
  else if (tag === 'a' && rel !== undefined && /^[a-z ]*$/.test(rel)) safe.rel = rel;
  if (tag === 'img' && /^\s*data:/i.test(safe.src ?? '') && !RASTER.test(safe.src)) delete safe.src;
  return safe;
}
