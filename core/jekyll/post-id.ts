import { toRubyString } from '../front-matter';
import type { Value } from '../front-matter/value';
import type { SiteFiles } from '../settings';
import { baseNameOf, extensionOf, withoutExtension } from './post-path';
import { isTruthy } from './ruby-values';
import { pathInCollections } from './site-files';

/** Source: Jekyll 4.3, `Document#cleaned_relative_path`. */
export function cleanedPathOf(sitePath: string, files: SiteFiles): string {
  const path = pathInCollections(sitePath, files);
  const extension = extensionOf(baseNameOf(path));
  return path
    .slice(0, path.length - extension.length)
    .replace('_posts', '')
    .replace(/\.*$/, '');
}

/** The folder of the URL and the slug; not percent-encoded. Source: Jekyll 4.3, `Document#id`. */
export function idOf(url: string, slug: Value, path: string): string {
  const name = isTruthy(slug) ? toRubyString(slug) : withoutExtension(baseNameOf(path));
  const folder = folderOf(url);
  return `${folder === '/' ? '' : folder}/${name.replace(/^\/+/, '')}`;
}

/** `File.dirname` of a path that begins with a slash. */
function folderOf(url: string): string {
  const trimmed = url.replace(/\/+$/, '');
  const folder = trimmed.slice(0, Math.max(trimmed.lastIndexOf('/'), 0)).replace(/\/+$/, '');
  return folder === '' ? '/' : folder;
}
