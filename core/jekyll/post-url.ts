import type { PostFields } from '../post';
import type { Settings } from '../settings';
import {
  DEFAULT_TEMPLATE,
  outputExtension,
  permalinkTemplate,
  placeholderValue,
  type PermalinkSubject,
} from './permalink';
import { wholeSecond } from './post-field';
import { cleanedPathOf, idOf } from './post-id';
import { baseNameOf, extensionOf, withoutExtension } from './post-path';
import { zonedParts, type ZonedParts } from './time-zone';
import { sanitizeUrl } from './url-escape';
import { expandPostTemplate, type ExpandedPostUrl } from './url-template';

/** Where a post is found. */
export interface PostUrl {
  /** The path with its characters as they are: what is stored and compared. */
  url: string;
  /** The path percent-encoded, as Jekyll gives it and as it stands in links. */
  escapedUrl: string;
  /** Jekyll's `id`: the folder of the URL and the slug. */
  id: string;
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/**
 * The URL of a post. The post's own permalink goes before the site's; one with a placeholder that Jekyll does not know
 * (`permalink/invalid`) is passed over, in the end for the style `date`. Without date its placeholders are empty: Jekyll
 * takes the build time then, which would give a draft another URL every day. A post without file is taken for
 * `_posts/YYYY-MM-DD-slug.md`, which is what it becomes. Never throws.
 * Source: Jekyll 4.3, `Document#url`, `URL#to_s`.
 */
export function postUrl(fields: PostFields, filePath: string | null, settings: Settings): PostUrl {
  const templates = [permalinkTemplate(settings.permalink), DEFAULT_TEMPLATE];
  if (fields.permalink) templates.unshift(fields.permalink);
  let url = '';
  for (const template of templates) {
    const expanded = expandPermalink(template, fields, filePath, settings);
    url = expanded.url;
    if (expanded.unknown === null) break;
  }
  const escapedUrl = sanitizeUrl(url);
  return {
    url: decodeUrl(escapedUrl),
    escapedUrl,
    id: idOf(escapedUrl, fields.slug, filePath ?? ''),
  };
}

/** A permalink template filled for a post; what of it Jekyll could not do stands in the result. */
export function expandPermalink(
  template: string,
  fields: PostFields,
  filePath: string | null,
  settings: Settings,
): ExpandedPostUrl {
  const epochMs = wholeSecond(fields.date);
  const date = epochMs === null ? null : zonedParts(epochMs, settings.site.timezone);
  const path = filePath ?? futurePath(fields.slug, date);
  const name = baseNameOf(path);
  const subject: PermalinkSubject = {
    slug: fields.slug,
    basename: withoutExtension(name),
    cleanedPath: cleanedPathOf(path, settings.siteFiles),
    categories: fields.categories,
    outputExt: outputExtension(extensionOf(name), fields.permalink || null, settings.siteFiles),
    date,
  };
  return expandPostTemplate(template, (placeholder) => placeholderValue(placeholder, subject));
}

function futurePath(slug: string, date: ZonedParts | null): string {
  const day = date ? `${pad(date.year, 4)}-${pad(date.month)}-${pad(date.day)}-` : '';
  return `_posts/${day}${slug}.md`;
}

const ESCAPED_BYTES = /(?:%[0-9a-f]{2})+/gi;

/** A path without percent-encoding; sequences that are no UTF-8 stay. */
export function decodeUrl(url: string): string {
  return url.replace(ESCAPED_BYTES, (bytes) => {
    try {
      return decodeURIComponent(bytes).replaceAll('\0', '%00');
    } catch {
      return bytes;
    }
  });
}
