import type { Core } from '@strapi/strapi';
import type * as Nexus from 'nexus';
import type { BackLink, ShareLink } from '../../../core/post';
import { loadCategory, type CategoryScope } from './category-loader';
import type { SchemaExtension } from './graphql-plugin';
import { networkLinks } from './network-links';
import { rowId } from './row-id';

/** Names of the types that are defined here. */
export const LINK_TYPE_NAMES = ['PressShareLink', 'PressBackLink', 'PressBackLinkKind'] as const;

/** A post row as a resolver of its fields gets it. */
interface PostParent {
  locale?: string | null;
  shareLinks?: ShareLink[] | null;
  backLinks?: BackLink[] | null;
}

type BackLinkParent = BackLink & CategoryScope;

/** `shareLinks` and `backLinks` of a post, typed; both are read from the row, unless other networks are asked for. */
export function linkTypes(strapi: Core.Strapi, nexus: typeof Nexus): SchemaExtension {
  const shareLink = nexus.objectType({
    name: 'PressShareLink',
    description: 'A link by which readers share a post.',
    definition(t) {
      t.nonNull.string('network', {
        description: 'Id of the network, such as `x` or `weibo`; `link` is the shared URL itself.',
      });
      t.nonNull.string('label', { description: 'Name of the network, in the language of the post.' });
      t.nonNull.string('url', {
        description: 'Absolute URL. For `wechat` it is the URL to show as a QR code.',
      });
    },
  });
  const backLinkKind = nexus.enumType({
    name: 'PressBackLinkKind',
    description: 'Where a back link leads.',
    members: [
      { name: 'category', description: "One of the post's categories." },
      { name: 'parent', description: "A category above one of the post's categories." },
      { name: 'home', description: 'The home page.' },
    ],
  });
  const backLink = nexus.objectType({
    name: 'PressBackLink',
    description: 'A link from a post back to a category or to the home page.',
    definition(t) {
      t.nonNull.field('kind', { type: 'PressBackLinkKind', description: 'Where the link leads.' });
      t.nonNull.string('label', { description: 'Text of the link, in the language of the post.' });
      t.nonNull.string('url', {
        description: 'URL as the settings or the category give it; may be relative.',
      });
      t.field('category', {
        type: 'PressCategory',
        description:
          'The category that the link leads to; null for `home`. Needs permission to find categories.',
        resolve: (parent, _args, context) => loadCategory(strapi, asBackLink(parent), context),
      });
    },
  });
  const post = nexus.extendType({
    type: 'PressPost',
    definition(t) {
      t.nonNull.list.nonNull.field('shareLinks', {
        type: 'PressShareLink',
        description: 'The shared URL, then one link for each enabled network, in the order of the settings.',
        args: {
          networks: nexus.list(
            nexus.nonNull(
              nexus.stringArg({
                description: 'Ids of networks to link to instead, in this order (docs/share-networks.md).',
              }),
            ),
          ),
        },
        resolve(parent, { networks }, context) {
          if (!networks) return asPost(parent).shareLinks ?? [];
          return networkLinks(strapi, rowId(parent), networks as string[], context as object);
        },
      });
      t.nonNull.list.nonNull.field('backLinks', {
        type: 'PressBackLink',
        description: "The post's categories with those above them, then the home page.",
        resolve: (parent) => {
          const { backLinks, locale } = asPost(parent);
          return (backLinks ?? []).map((link) => ({ ...link, locale: locale ?? null }));
        },
      });
    },
  });
  return {
    types: [shareLink, backLinkKind, backLink, post],
    resolversConfig: { 'PressBackLink.category': { auth: { scope: ['plugin::press.category.find'] } } },
  };
}

function asPost(parent: unknown): PostParent {
  return parent as PostParent;
}

function asBackLink(parent: unknown): BackLinkParent {
  return parent as BackLinkParent;
}
