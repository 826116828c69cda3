import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import { imagePathsOf, renderText, type KeptAttributes, type RenderedText } from '../../../core/html';
import type { Heading } from '../../../core/html';
import { postReferences, referenceKey, type PostReference } from '../../../core/liquid';
import type { Settings } from '../../../core/settings';
import type { ImagesService } from '../import/images';
import { pressService } from '../press-service';
import { libraryAddress } from './library-address';
import { referencedPosts } from './referenced-posts';

/** Texts that are rendered before other requests get their turn. */
const LOT = 50;

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
  const addresses = new Map([...images].map(([path, url]) => [path, libraryAddress(strapi, url, absolute)]));
  const rendered: Rendered[] = [];
  for (const lot of chunk(texts, LOT)) {
    for (const text of lot) {
      const postUrl = (reference: PostReference) => posts.get(referenceKey(reference)) ?? null;
      rendered.push(renderText(text, { settings, absolute, kept, images: addresses, postUrl }));
    }
    await letOthersRun();
  }
  return rendered;
}
