import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import type * as Nexus from 'nexus';
import { lengthOf, type KeptAttributes } from '../../../core/html';
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
import type { ResolverMiddleware, SchemaExtension } from './graphql-plugin';
import { requestLoader } from './request-loader';
import { rowId } from './row-id';

/** Names of the types that are defined here. */
export const TEXT_TYPE_NAMES = ['PressHeading', 'PressHtmlAttribute'] as const;

/** Which text of a post is rendered. */
type Part = 'body' | 'excerpt';

interface HtmlArgs {
  absolute?: boolean | null;
  keep?: (keyof KeptAttributes)[] | null;
}

/**
 * What front ends show of a post's text: `html`, `excerptHtml`, `toc`, `wordCount`, `readingTime`, and `excerpt` as Jekyll has it. Each text
 * is rendered once in a request, and the texts of all posts together.
 */
export function postText(strapi: Core.Strapi, nexus: typeof Nexus): SchemaExtension {
  const attribute = nexus.enumType({
    name: 'PressHtmlAttribute',
    description: 'Attributes of HTML that front ends may ask for besides those that are harmless everywhere.',
    members: [
      { name: 'CLASS', value: 'class', description: '`class`, for a front end with styles for them.' },
      { name: 'DATA', value: 'data', description: '`data-*`, for a front end with scripts for them.' },
    ],
  });
  const heading = nexus.objectType({
    name: 'PressHeading',
    description: 'A heading in the text of a post.',
    definition(t) {
      t.nonNull.int('level', { description: '1 to 6, as in `h1` to `h6`.' });
      t.nonNull.string('id', { description: 'Its `id` in `html`: what stands behind `#` in a link to it.' });
      t.nonNull.string('text', { description: 'Without markup.' });
    },
  });
  const htmlArgs = {
    absolute: nexus.booleanArg({
      default: false,
      description: 'Whole addresses in links and images instead of paths, for readers outside of the site.',
    }),
    keep: nexus.list(
      nexus.nonNull(nexus.arg({ type: 'PressHtmlAttribute', description: 'Attributes to keep besides.' })),
    ),
  };
  const post = nexus.extendType({
    type: 'PressPost',
    definition(t) {
      t.nonNull.string('html', {
        description:
          'The body as HTML that is safe on any page: Markdown rendered as Jekyll does, sanitized, links and images resolved, headings with ids.',
        args: htmlArgs,
        resolve: async (parent, args, context) =>
          (await rendered('body', rowId(parent), context as object, optionsOf(args as HtmlArgs))).html,
      });
      t.nonNull.string('excerptHtml', {
        description: 'The excerpt as HTML, like `html`; empty where there is none.',
        args: htmlArgs,
        resolve: async (parent, args, context) =>
          (await rendered('excerpt', rowId(parent), context as object, optionsOf(args as HtmlArgs))).html,
      });
      t.nonNull.list.nonNull.field('toc', {
        type: 'PressHeading',
        description: 'The headings of the text in their order: a table of contents.',
        resolve: async (parent, _args, context) =>
          (await rendered('body', rowId(parent), context as object)).headings,
      });
      t.nonNull.int('wordCount', {
        description: 'Words of the text; each Chinese and Japanese character is one, punctuation is none.',
        resolve: async (parent, _args, context) =>
          lengthOf((await rendered('body', rowId(parent), context as object)).html).words,
      });
      t.nonNull.int('readingTime', {
        description: 'Minutes that reading takes, at 220 words or 400 characters a minute; 0 for no text.',
        resolve: async (parent, _args, context) =>
          lengthOf((await rendered('body', rowId(parent), context as object)).html).minutes,
      });
    },
  });
  const generatedExcerpt: ResolverMiddleware = async (next, parent, args, context, info) => {
    const written: unknown = await next(parent, args, context, info);
    if (written !== null && written !== undefined) return written;
    const [text, settings] = [await textOf(strapi, rowId(parent), context), await recentSettings()];
    return text && postExcerpt({ ...text, body: text.body ?? '' }, settings);
  };
  return {
    types: [attribute, heading, post],
    resolversConfig: { 'PressPost.excerpt': { middlewares: [generatedExcerpt] } },
  };

  function recentSettings() {
    return pressService<SettingsService>(strapi, 'settings').recent();
  }

  function rendered(
    part: Part,
    id: number,
    context: object,
    options: RenderingOptions = {},
  ): Promise<Rendered> {
    const name = `rendered ${part} ${options.absolute === true} ${options.kept?.class === true} ${options.kept?.data === true}`;
    const create = () => new DataLoader<number, Rendered>((ids) => renderAll(part, ids, context, options));
    return requestLoader(context, name, create).load(id);
  }

  async function renderAll(
    part: Part,
    ids: readonly number[],
    context: object,
    options: RenderingOptions,
  ): Promise<Rendered[]> {
    const settings = await recentSettings();
    const texts = await Promise.all(ids.map((id) => textOf(strapi, id, context)));
    const sources = texts.map((text) => {
      const { body = '', filePath = null, url = null, excerpt = null, extra = null } = text ?? {};
      const source = body ?? '';
      return {
        body: part === 'body' ? source : postExcerpt({ excerpt, extra, body: source }, settings),
        filePath,
        url,
      };
    });
    return renderPosts(strapi, sources, settings, options);
  }
}

/** The texts of a post by its row id; one query for all posts of a request. */
export async function textOf(strapi: Core.Strapi, id: number, context: object): Promise<PostText | null> {
  const create = () =>
    new DataLoader<number, PostText | null>(async (ids) => {
      const texts = await loadPostTexts(strapi, ids);
      return ids.map((one) => texts.get(one) ?? null);
    });
  return requestLoader(context, 'texts of posts', create).load(id);
}

function optionsOf({ absolute, keep }: HtmlArgs): RenderingOptions {
  const kept = Object.fromEntries((keep ?? []).map((name) => [name, true]));
  return { absolute: absolute === true, kept };
}
