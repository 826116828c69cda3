import type { Core } from '@strapi/strapi';
import type * as Nexus from 'nexus';
import { decodeText, lengthOf } from '../../../core/html';
import { descriptionOf, lastModifiedOf } from '../../../core/jekyll';
import { siteAddress } from '../../../core/links';
import { postSeo, type Seo } from '../../../core/seo';
import { CATEGORY_UID, POST_UID, TAG_UID } from '../plugin-id';
import { toInstant } from '../hook/stored-post';
import { mayDo } from '../permissions/caller';
import { pressService } from '../press-service';
import { libraryAddress } from '../rendering';
import type { SettingsService } from '../settings';
import { coverOf } from './covers';
import type { RequestContext, SchemaExtension } from './graphql-plugin';
import { renderedText, textOf } from './rendered-text';
import { relatedRows } from './related-rows';
import { rowId } from './row-id';

/** Names of the types that are defined here. */
export const SEO_TYPE_NAMES = ['PressSeo', 'PressOpenGraphProperty'] as const;

interface PostParent {
  title: string | null;
  date: string | Date | null;
  author: string | null;
  image: string | null;
  locale: string | null;
}

/** `PressPost.seo`: what the head of a post's page says. */
export function seo(strapi: Core.Strapi, nexus: typeof Nexus): SchemaExtension {
  const property = nexus.objectType({
    name: 'PressOpenGraphProperty',
    description: 'A `meta` element of a page: `<meta property="…" content="…">`.',
    definition(t) {
      t.nonNull.string('property', { description: 'Such as `og:title`.' });
      t.nonNull.string('content', { description: 'Its value, not escaped.' });
    },
  });
  const type = nexus.objectType({
    name: 'PressSeo',
    description: 'What search engines and social networks are told of a post.',
    definition(t) {
      t.nonNull.string('title', { description: 'The title.' });
      t.string('description', {
        description:
          "The front matter's `description`, else the excerpt; plain text of at most 300 characters.",
      });
      t.string('canonicalUrl', { description: 'The whole address of the post; null without `site.url`.' });
      t.nonNull.string('jsonLd', {
        description:
          'A schema.org `NewsArticle` as JSON-LD, to stand in `<script type="application/ld+json">` as it is.',
      });
      t.nonNull.list.nonNull.field('openGraph', {
        type: 'PressOpenGraphProperty',
        description: 'The properties of the Open Graph protocol.',
      });
    },
  });
  const post = nexus.extendType({
    type: 'PressPost',
    definition(t) {
      t.nonNull.field('seo', {
        type: 'PressSeo',
        description: 'What the head of its page says.',
        resolve: (parent, _args, context) => resolve(parent, context as unknown as RequestContext) as never,
      });
    },
  });
  return { types: [property, type, post], resolversConfig: {} };

  async function resolve(parent: unknown, context: RequestContext): Promise<Seo> {
    const id = rowId(parent);
    const { title, date, author, image, locale } = parent as PostParent;
    const settings = await pressService<SettingsService>(strapi, 'settings').recent();
    const text = await textOf(strapi, id, context);
    const { extra = null, url = null } = text ?? {};
    const excerpt = await renderedText(strapi, { part: 'excerpt', id }, context);
    const body = await renderedText(strapi, { part: 'body', id }, context);
    const cover = await coverOf(strapi, id, context);
    const namesOf = async (attribute: string, target: string): Promise<string[]> => {
      if (!(await mayDo(strapi, context.state.auth, `${target}.find`))) return [];
      const rows = await relatedRows(strapi, { uid: POST_UID, attribute, target }, id, context);
      return rows.flatMap(({ name }) => (typeof name === 'string' ? name : []));
    };
    const modified = lastModifiedOf(extra);
    return postSeo(
      {
        title: title ?? '',
        description: descriptionOf(extra) ?? (decodeText(excerpt.html) || null),
        url,
        published: toInstant(date),
        modified: modified === null ? null : new Date(modified).toISOString(),
        author,
        image: cover ? libraryAddress(strapi, cover.url, true) : image && siteAddress(image, settings),
        sections: await namesOf('categories', CATEGORY_UID),
        keywords: await namesOf('tags', TAG_UID),
        language: locale ?? settings.site.language,
        wordCount: lengthOf(body.html).words,
      },
      settings,
    );
  }
}
