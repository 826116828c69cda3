import { codeBlock } from './code-block';
import { liquidValue, withBase, type SiteAddress } from './liquid-value';
import { scanLiquid, type LiquidPart } from './scan-liquid';

/** What Liquid in a body is resolved with. */
export interface LiquidContext {
  site: SiteAddress;
  /** Whether the body is Markdown; HTML otherwise. */
  markdown: boolean;
  /** URL path of the post that `{% post_url %}` or `{% link %}` names; null where there is none. */
  postUrl?(reference: PostReference): string | null;
}

/** A post as a tag names it: by the date and slug of its file name, or by its path in the site. */
export interface PostReference {
  tag: 'post_url' | 'link';
  target: string;
}

/** Liquid that stays as it is. */
export interface UnresolvedLiquid {
  text: string;
  /** Offset in the body. */
  start: number;
}

/**
 * Puts in what Jekyll does for `{% post_url %}`, `{% link %}`, `{% highlight %}`, `{% raw %}`, `{% comment %}` and outputs of
 * paths (`liquidValue`). All other Liquid stays as it is: nothing is executed.
 */
export function expandLiquid(
  body: string,
  context: LiquidContext,
): { text: string; unresolved: UnresolvedLiquid[] } {
  if (!body.includes('{{') && !body.includes('{%')) return { text: body, unresolved: [] };
  const unresolved: UnresolvedLiquid[] = [];
  const text = scanLiquid(body)
    .map((part) => {
      const value = valueOf(part, context);
      if (value === null) unresolved.push({ text: part.text, start: part.start });
      return value ?? part.text;
    })
    .join('');
  return { text, unresolved };
}

/** The posts that a body names by tags, each once. */
export function postReferences(body: string): PostReference[] {
  if (!body.includes('{%')) return [];
  const found = scanLiquid(body).flatMap((part) => referenceOf(part) ?? []);
  return [...new Map(found.map((reference) => [keyOf(reference), reference])).values()];
}

/** One text for what a reference names. */
export function keyOf({ tag, target }: PostReference): string {
  return `${tag} ${target}`;
}

function referenceOf(part: LiquidPart): PostReference | null {
  if (part.kind !== 'tag' || (part.name !== 'post_url' && part.name !== 'link')) return null;
  const target = part.args.replace(/^\/+/, '');
  const isPost = part.name === 'post_url' || /(^|\/)_posts\//.test(target);
  return isPost && !/[{}]/.test(target) && target !== '' ? { tag: part.name, target } : null;
}

function valueOf(part: LiquidPart, context: LiquidContext): string | null {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'output') return liquidValue(part.expression, context.site);
  if (part.kind === 'block') {
    if (part.name === 'comment') return '';
    if (part.name === 'raw') return part.content;
    return codeBlock(expandLiquid(part.content, context).text, part.args, context.markdown);
  }
  const reference = referenceOf(part);
  if (reference) {
    const url = context.postUrl?.(reference) ?? null;
    return url === null ? null : withBase(context.site, url);
  }
  const isPath = part.name === 'link' && part.args !== '' && !/[{}]/.test(part.args);
  return isPath ? withBase(context.site, part.args) : null;
}
