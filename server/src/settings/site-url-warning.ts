import { applySeverities, createDiagnostic } from '../../../core/diagnostics';
import type { Settings } from '../../../core/settings';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * What is to be said at start where posts have nothing to share: neither the site's URL nor a share URL is set
 * (`site-url/missing`). Null where there is something, or where the rule is off.
 */
export function siteUrlWarning({ site, share, frontMatter }: Settings): string | null {
  if (site.url || share.url) return null;
  const warning = createDiagnostic({ ruleId: 'site-url/missing', range: NOWHERE });
  return applySeverities([warning], frontMatter.rules)[0]?.message ?? null;
}
