import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { postExcerpt } from '../../../core/jekyll';
import { pressService } from '../press-service';
import {
  loadPostTexts,
  renderPosts,
  type PostText,
  type Rendered,
  type RenderingOptions,
} from '../rendering';
import type { SettingsService } from '../settings';
import { spendTexts } from './request-cost';
import { requestLoader } from './request-loader';

/** A text of a post, by its row id. */
export interface AskedText {
  part: 'body' | 'excerpt';
  id: number;
}

/** A text of a post as HTML; the texts of all posts of a request are rendered together, each once. */
export function renderedText(
  strapi: Core.Strapi,
  { part, id }: AskedText,
  context: object,
  options: RenderingOptions = {},
): Promise<Rendered> {
  const { absolute = false, kept = {} } = options;
  const name = `rendered ${part} ${absolute} ${kept.class === true} ${kept.data === true}`;
  const create = () =>
    new DataLoader<number, Rendered>((ids) => renderAll(strapi, part, ids, context, options));
  return requestLoader(context, name, create).load(id);
}

/** The texts of a post by its row id; one query for all posts of a request. */
export function textOf(strapi: Core.Strapi, id: number, context: object): Promise<PostText | null> {
  const create = () =>
    new DataLoader<number, PostText | null>(async (ids) => {
      const texts = await loadPostTexts(strapi, ids);
      return ids.map((one) => texts.get(one) ?? null);
    });
  return requestLoader(context, 'texts of posts', create).load(id);
}

async function renderAll(
  strapi: Core.Strapi,
  part: AskedText['part'],
  ids: readonly number[],
  context: object,
  options: RenderingOptions,
): Promise<Rendered[]> {
  spendTexts(context, ids.length);
  const settings = await pressService<SettingsService>(strapi, 'settings').recent();
  const texts = await Promise.all(ids.map((id) => textOf(strapi, id, context)));
  const sources = texts.map((text) => {
    const { filePath = null, url = null, excerpt = null, extra = null } = text ?? {};
    const body = text?.body ?? '';
    return { body: part === 'body' ? body : postExcerpt({ excerpt, extra, body }, settings), filePath, url };
  });
  return renderPosts(strapi, sources, settings, options);
}
