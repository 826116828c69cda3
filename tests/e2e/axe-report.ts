import type AxeBuilder from '@axe-core/playwright';

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

/** How grave axe takes a finding to be. */
export type Impact = NonNullable<AxeResults['violations'][number]['impact']>;

/** What axe found on one page. */
export interface AxeEntry {
  page: string;
  theme: 'light' | 'dark';
  /** How many rules the page was held to and keeps. */
  passed: number;
  findings: AxeFinding[];
}

interface AxeFinding {
  rule: string;
  impact: Impact;
  help: string;
  /** The elements concerned. */
  elements: string[];
}

/** The name of the attachments by which tests hand their entries to the reporter. */
export const AXE_ATTACHMENT = 'axe';

export function axeEntry(page: string, theme: AxeEntry['theme'], results: AxeResults): AxeEntry {
  return {
    page,
    theme,
    passed: results.passes.length,
    findings: results.violations.map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? 'minor',
      help,
      elements: nodes.map(({ html }) => html),
    })),
  };
}

/** How many findings weigh so much. */
export function countOf({ findings }: AxeEntry, impacts: readonly Impact[]): number {
  return findings.filter(({ impact }) => impacts.includes(impact)).length;
}
