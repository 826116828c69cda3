import { toRubyString } from '../front-matter';
import type { Settings } from '../settings';
import { outputExtension, permalinkTemplate, placeholderValue, type PermalinkSubject } from './permalink';
import type { PostData } from './post-data';
import { cleanedPathOf } from './post-id';
import { baseNameOf, extensionOf, withoutExtension } from './post-path';
import { isTruthy } from './ruby-values';
import { zonedParts } from './time-zone';
import { sanitizeUrl } from './url-escape';
import { expandPostTemplate } from './url-template';

const NOT_TEXT = "NoMethodError: undefined method `gsub'";

/** A post's URL, or what stops the build when it is made. */
export type JekyllUrl = { url: string } | { error: string };

/** The path of a file, and the times that stand for a missing date. */
interface UrlFile {
  path: string;
  mtime?: number;
  now?: number;
}

/** The URL that Jekyll gives a post. Source: Jekyll 4.3, `Document#url`. */
export function jekyllUrl(
  file: UrlFile,
  { values, date }: PostData,
  isDraft: boolean,
  settings: Settings,
): JekyllUrl {
  const permalink = values.get('permalink') ?? null;
  const slug = values.get('slug') ?? null;
  const ownTemplate = isTruthy(permalink) ? permalink : null;
  const template = ownTemplate ?? permalinkTemplate(settings.permalink);
  if (typeof template !== 'string') return { error: NOT_TEXT };
  const name = baseNameOf(file.path);
  const now = file.now ?? Date.now();
  const moment = date ?? (isDraft ? (file.mtime ?? now) : now);
  const categories = values.get('categories') ?? [];
  const subject: PermalinkSubject = {
    slug: slug === null ? null : toRubyString(slug),
    basename: withoutExtension(name),
    cleanedPath: cleanedPathOf(file.path, settings.siteFiles),
    categories: (Array.isArray(categories) ? categories : []).map(toRubyString),
    outputExt: outputExtension(
      extensionOf(name),
      typeof ownTemplate === 'string' ? ownTemplate : null,
      settings.siteFiles,
    ),
    date: zonedParts(moment, settings.site.timezone),
  };
  const used = new Set<string>();
  const { url, unknown, unescapable } = expandPostTemplate(template, (placeholder) => {
    used.add(placeholder);
    return placeholderValue(placeholder, subject);
  });
  const isText = slug === null || typeof slug === 'string';
  if (!isText && (used.has('title') || used.has('slug'))) return { error: NOT_TEXT };
  if (unknown !== null) return { error: `NoMethodError: The URL template doesn't have ${unknown} keys.` };
  if (unescapable !== null) return { error: `InvalidURIError: ${unescapable}` };
  return { url: sanitizeUrl(url) };
}
