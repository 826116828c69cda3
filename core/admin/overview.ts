import type { Diagnostic, RuleId, Severity } from '../diagnostics';

/** How many posts there are in one locale, and where. */
export interface Overview {
  locale: string;
  /** All locales of the site. */
  locales: string[];
  counts: OverviewCounts;
  /** Published posts by month in the site's time zone, the newest first; a month without posts is left out. */
  months: { year: number; month: number; count: number }[];
  /** The categories with most published posts. */
  categories: { documentId: string; name: string; count: number }[];
  /** Categories that are not among them, and their posts; a post in several counts in each. */
  otherCategories: { categories: number; posts: number };
  /** Rules that posts break, errors first. */
  problems: RuleProblems[];
}

export interface OverviewCounts {
  published: number;
  /** Posts that are not published. */
  drafts: number;
  /** Published posts that are dated ahead and not shown yet. */
  scheduled: number;
  /** Posts with any problem. */
  withProblems: number;
}

/** One rule and the posts that break it. */
export interface RuleProblems {
  ruleId: RuleId;
  severity: Severity;
  posts: number;
}

/** A post that breaks a rule. */
export interface ProblemPost {
  documentId: string;
  title: string | null;
  filePath: string | null;
  /** What it breaks of that rule. */
  diagnostics: Diagnostic[];
}

/** How many posts with problems a page of them has. */
export const PROBLEM_PAGE = 10;
