import { createDiagnostic, createLineIndex } from '../../../core/diagnostics';
import { decodeUtf8 } from '../../../core/front-matter';
import { readSiteConfig, type SiteConfig } from '../../../core/jekyll';
import { reportedDiagnostics, type ReportedDiagnostic } from './report';

export interface SiteConfigFile {
  /** Its name, `_config.yml` or `_config.yaml`. */
  path: string;
  bytes: Uint8Array;
}

/** A site's `_config.yml` as read. */
export interface ReadSiteConfig {
  /** Its text without byte order mark; '' where it is not UTF-8. */
  text: string;
  config: SiteConfig;
  diagnostics: ReportedDiagnostic[];
}

/** Reads a site's `_config.yml` with everything that is wrong in it. */
export function readSiteConfigFile({ path, bytes }: SiteConfigFile): ReadSiteConfig {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    const before = new TextDecoder().decode(bytes.subarray(0, decoded.offset));
    const start = createLineIndex(before).positionAt(before.length);
    const range = { start, end: start };
    const params = { offset: decoded.offset };
    const problem = createDiagnostic({ ruleId: 'encoding/not-utf8', range, params });
    return { text: '', config: {}, diagnostics: reportedDiagnostics([{ ...problem, file: path }], bytes) };
  }
  const { config, diagnostics } = readSiteConfig(decoded.text);
  const named = diagnostics.map((diagnostic) => ({ ...diagnostic, file: path }));
  return { text: decoded.text, config, diagnostics: reportedDiagnostics(named, bytes) };
}
