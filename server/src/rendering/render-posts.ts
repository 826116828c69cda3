import type { Core } from '@strapi/strapi';
import { imagePathsOf, renderText, type KeptAttributes, type RenderedText } from '../../../core/html';
import type { Heading } from '../../../core/html';
import { postReferences, referenceKey } from '../../../core/liquid';
import type { Settings } from '../../../core/settings';
import type { ImagesService } from '../import/images';
import { pressService } from '../press-service';
import { referencedPosts } from './referenced-posts';

export interface RenderingOptions {
  /** Whole addresses instead of paths, for readers outside of the site, such as feeds. */
  absolute?: boolean;
  /** Attributes that are kept besides those that are harmless on every page. */
  kept?: KeptAttributes;
}

/** A rendered text, safe on any page. */
export interface Rendered {
  html: string;
  headings: Heading[];
}

/** Renders texts together: the images and posts that they name are looked up with two queries, however many there are. */
export async function renderPosts(
  strapi: Core.Strapi,
  texts: readonly RenderedText[],
  settings: Settings,
  { absolute = false, kept }: RenderingOptions = {},
): Promise<Rendered[]> {
  const paths = texts.flatMap((text) => imagePathsOf(text, settings));
  const images =
    paths.length === 0
      ? new Map<string, string>()
      : await pressService<ImagesService>(strapi, 'images').resolve(paths);
  const posts = await referencedPosts(
    strapi,
    texts.flatMap(({ body }) => postReferences(body)),
    settings,
  );
  const addresses = new Map([...images].map(([path, url]) => [path, imageAddress(strapi, url, absolute)]));
  return texts.map((text) =>
    renderText(text, {
      settings,
      absolute,
      kept,
      images: addresses,
      postUrl: (reference) => posts.get(referenceKey(reference)) ?? null,
    }),
  );
}

/**
 * Where readers get an image of the media library: with the address of Strapi before its path, once the app's
 * `config/server.ts` names one (`url`), or where whole addresses are asked for.
 */
function imageAddress(strapi: Core.Strapi, url: string, absolute: boolean): string {
  const { config } = strapi;
  const isPath = url.startsWith('/') && !url.startsWith('//');
  if (!isPath || (!absolute && !config.get('server.url', ''))) return url;
  return `${config.get('server.absoluteUrl', '').replace(/\/+$/, '')}${url}`;
}
