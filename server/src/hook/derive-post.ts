import type { Diagnostic } from '../../../core/diagnostics/diagnostic';
import { postUrl } from '../../../core/jekyll';
import { postLinks } from '../../../core/links';
import type { BackLink, CategoryNode, PostReading, ShareLink } from '../../../core/post';
import type { Settings } from '../../../core/settings';
import { contentKey } from './content-key';

/** What the generated attributes of one row are computed from. */
export interface PostSource {
  reading: PostReading;
  filePath: string | null;
  /** The post's URL where its file was read with it; it is computed otherwise. */
  fileUrl?: string;
  /** The share URL that stood in the file's footer, where it differs from the generated one. */
  capturedShareUrl: string | null;
  /** In the order of the relation. */
  categories: CategoryNode[];
  locale: string | null;
  published: boolean;
}

/** The generated attributes of a row (DESIGN: section 3 and invariant 2). */
export interface DerivedAttributes {
  extra: Record<string, unknown>;
  url: string | null;
  urlKey: string | null;
  shareLinks: ShareLink[];
  backLinks: BackLink[];
  diagnostics: Diagnostic[];
  errorCount: number;
  /** Ids of the rules of its diagnostics, sorted, with a space between two: what posts with problems are found by; null for none. */
  problems: string | null;
}

/** Computes every generated attribute; pure, so that hook, regeneration and batch paths agree. */
export function derivePost(source: PostSource, settings: Settings): DerivedAttributes {
  const { reading, categories, locale } = source;
  const url = source.fileUrl ?? urlOf(source, settings);
  const links = postLinks(
    { post: reading.fields, url, capturedShareUrl: source.capturedShareUrl, categories, locale },
    settings,
  );
  return {
    extra: reading.extra,
    url,
    urlKey: source.published && url !== null ? urlKeyOf(locale, url) : null,
    shareLinks: links.shareLinks,
    backLinks: links.backLinks,
    diagnostics: reading.diagnostics,
    errorCount: reading.diagnostics.filter(({ severity }) => severity === 'error').length,
    problems: rulesOf(reading.diagnostics),
  };
}

function urlOf({ reading: { fields }, filePath }: PostSource, settings: Settings): string | null {
  const hasName = fields.slug !== '' || Boolean(filePath) || Boolean(fields.permalink);
  return hasName ? postUrl(fields, filePath, settings).url : null;
}

function rulesOf(diagnostics: readonly Diagnostic[]): string | null {
  if (diagnostics.length === 0) return null;
  return [...new Set(diagnostics.map(({ ruleId }) => ruleId))].sort().join(' ');
}

/** The unique key of a published post (DESIGN: section 3, `urlKey`). */
export function urlKeyOf(locale: string | null, url: string): string {
  return contentKey(locale, url);
}
