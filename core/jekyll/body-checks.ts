import { createDiagnostic } from '../diagnostics/create';
import type { Diagnostic, Range } from '../diagnostics/diagnostic';
import { expandLiquid, type SiteAddress } from '../liquid';
import { findEmptyShareLink } from './empty-share-link';

/** Whichever post a tag names: whether there is one is for those to say who know all posts. */
const ANY_POST = (): string => '/';

/** The problems of a post's text: its rules for share links and Liquid. @param rangeOf of a stretch of the text. */
export function checkBody(
  body: string,
  site: SiteAddress,
  rangeOf: (start: number, end: number) => Range,
): Diagnostic[] {
  const shareLink = findEmptyShareLink(body);
  return [
    ...(shareLink === null
      ? []
      : [createDiagnostic({ ruleId: 'share-link/empty', range: rangeOf(shareLink, shareLink + 2) })]),
    ...unresolvedLiquid(body, site).map(({ text, start }) =>
      createDiagnostic({
        ruleId: 'liquid/unresolved',
        range: rangeOf(start, start + text.length),
        params: { found: text },
      }),
    ),
  ];
}

/** Whether a text has a problem. */
export function hasBodyProblem(body: string, site: SiteAddress): boolean {
  return findEmptyShareLink(body) !== null || unresolvedLiquid(body, site).length > 0;
}

/** What Liquid readers would see; of the same text the first place. */
function unresolvedLiquid(body: string, site: SiteAddress) {
  const { unresolved } = expandLiquid(body, { site, markdown: true, postUrl: ANY_POST });
  return [...new Map(unresolved.toReversed().map((found) => [found.text, found])).values()].reverse();
}
