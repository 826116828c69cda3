import type { PostFile } from '../../../core/jekyll';
import { canonicalUrl, captureFooter, keptShareUrl, type FooterTerm } from '../../../core/links';
import type { Envelope } from '../../../core/front-matter';
import type { CategoryNode } from '../../../core/post';
import type { Settings } from '../../../core/settings';

/** A file's body without its footer, and what the footer told. */
export interface SplitBody {
  body: string;
  footer: Envelope['footer'];
  /** Names of categories that had none, by term. */
  names: Record<string, string>;
}

type Post = Extract<PostFile, { status: 'post' }>;

/**
 * Takes the footer off a body. Where categories were renamed since, their old names in the footer are recognised too, and
 * told to nobody.
 */
export function splitFooter(file: Post, terms: FooterTerm[], locale: string, settings: Settings): SplitBody {
  const { body } = file.frame;
  if (!settings.footer) return { body, footer: null, names: {} };
  const { url, reading } = file;
  const input = { post: reading.fields, url, locale };
  const known = captureFooter(body, { ...input, terms }, settings);
  const { body: rest, footer } = known.footer
    ? known
    : captureFooter(
        body,
        { ...input, terms: terms.map((term) => ({ ...term, name: null, parent: null })) },
        settings,
      );
  if (!footer) return { body, footer: null, names: {} };
  const shareUrl = footer.shareUrl
    ? keptShareUrl(footer.shareUrl, {
        post: reading.fields,
        canonicalUrl: canonicalUrl(url, settings),
        categories: terms.map(asNode),
        settings,
      })
    : null;
  return {
    body: rest,
    footer: { form: footer.form, text: footer.text, shareUrl },
    names: known.footer ? footer.names : {},
  };
}

function asNode(term: FooterTerm): CategoryNode {
  return {
    id: term.term,
    name: term.name ?? term.term,
    slug: term.slug ?? '',
    term: term.term,
    shareUrl: term.shareUrl ?? null,
    backLinkLabel: term.backLinkLabel ?? null,
    parent: term.parent ? asNode(term.parent) : null,
  };
}
