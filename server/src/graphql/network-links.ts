import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import DataLoader from 'dataloader';
import { postLinks, SHARE_NETWORKS } from '../../../core/links';
import type { ShareLink } from '../../../core/post';
import { loadLinkedRows } from '../hook/linked-rows';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { requestLoader } from './request-loader';

const KNOWN: string[] = SHARE_NETWORKS.map(({ id }) => id);

/**
 * Share links of a post to networks that the caller names, computed as the stored ones are; together for all posts of a
 * request.
 * @throws ValidationError where a network is none.
 */
export async function networkLinks(
  strapi: Core.Strapi,
  id: number,
  networks: string[],
  context: object,
): Promise<ShareLink[]> {
  const unknown = networks.find((network) => !KNOWN.includes(network));
  if (unknown !== undefined)
    throw new errors.ValidationError(`${unknown} is no share network; expected ${KNOWN.join(', ')}.`);
  const create = () => new DataLoader<number, ShareLink[]>((ids) => linksOf(strapi, ids, networks));
  return requestLoader(context, `share links ${networks.join()}`, create).load(id);
}

async function linksOf(
  strapi: Core.Strapi,
  ids: readonly number[],
  networks: string[],
): Promise<ShareLink[][]> {
  const settings = await pressService<SettingsService>(strapi, 'settings').recent();
  const posts = await loadLinkedRows(strapi, ids);
  const links = new Map(
    posts.map(({ row, input }) => [row.id, postLinks(input, settings, networks).shareLinks]),
  );
  return ids.map((id) => links.get(id) ?? []);
}
