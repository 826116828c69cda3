import { postUrl } from '../jekyll';
import { expandLiquid } from '../liquid';
import type { PostFields } from '../post';
import type { Settings } from '../settings';
import { imageTargets } from './image-targets';
import { isMarkdown, type RenderedText } from './render-post';
import { sitePathOf } from './site-path';

/** A post as far as its images go. */
export interface IllustratedPost {
  fields: PostFields;
  /** Keys without a field of their own; `image` among them where it is a map. */
  extra: Record<string, unknown>;
  filePath: string | null;
  body: string;
}

/** Paths in the site, without a slash before them. */
export interface LocalImages {
  /** The image that the front matter names. */
  cover: string | null;
  /** All images, the cover first. */
  paths: string[];
}

/** Where a post may name an image of its own. */
interface NamedImage {
  fields: Pick<PostFields, 'image'>;
  extra: Record<string, unknown>;
}

const NONE: LocalImages = { cover: null, paths: [] };

/** The images of a site that one of its posts shows; those of other sites are left out. */
export function localImages(post: IllustratedPost, settings: Settings): LocalImages {
  const { fields, filePath, body } = post;
  const named = namedImage(post);
  const targets = targetsOf(body, filePath, settings);
  if (named === null && targets.length === 0) return NONE;
  let url: string | undefined;
  const pathOf = (target: string): string | null => {
    url ??= postUrl(fields, filePath, settings).url;
    return sitePathOf(target, url, settings.site);
  };
  const cover = named === null ? null : coverPath(named, settings);
  return { cover, paths: [...new Set([cover, ...targets.map(pathOf)])].filter((path) => path !== null) };
}

/** The paths of the site's images in a text that stands at a URL of it. */
export function imagePathsOf({ body, filePath, url }: RenderedText, settings: Settings): string[] {
  const paths = targetsOf(body, filePath, settings).map((target) =>
    sitePathOf(target, url ?? '/', settings.site),
  );
  return [...new Set(paths)].filter((path) => path !== null);
}

function targetsOf(body: string, filePath: string | null, settings: Settings): string[] {
  const markdown = isMarkdown(filePath, settings);
  return imageTargets(expandLiquid(body, { site: settings.site, markdown }).text, markdown);
}

/** The path of the image that the front matter names; null where it names none, or one of another site. */
export function coverPathOf(post: NamedImage, settings: Settings): string | null {
  const named = namedImage(post);
  return named === null ? null : coverPath(named, settings);
}

/** jekyll-seo-tag takes a path without a slash from the root of the site. */
function coverPath(named: string, { site }: Settings): string | null {
  return sitePathOf(expandLiquid(named, { site, markdown: false }).text, '/', site);
}

/**
 * What the front matter says under `image`: a text, or a map with `path`, as jekyll-seo-tag reads it; themes also write
 * `url` and `src`.
 */
function namedImage({ fields, extra }: NamedImage): string | null {
  if (fields.image !== null) return fields.image;
  const { image } = extra;
  if (typeof image !== 'object' || image === null) return null;
  const map = image as Record<string, unknown>;
  const named = [map.path, map.url, map.src].find((value) => typeof value === 'string' && value !== '');
  return typeof named === 'string' ? named : null;
}
