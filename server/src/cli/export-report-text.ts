import type { ExportReport } from '../export';
import { oneLine } from './validate-printers';

/** The report as it is printed: what moved, went or was refused, then the counts, whose sum is the number of posts. */
export function exportReportText(report: ExportReport): string {
  const { counts, posts, pages, seconds } = report;
  const rate = Math.round(posts / Math.max(seconds, 0.001));
  const lines = [
    ...report.moved.map(({ from, to }) => `${from}: moved to ${to}`),
    ...report.deleted.map((file) => `${file}: ${deletedWord(report)}`),
    ...report.refused.map(({ path, reason }) => `${path}: refused: ${reason}`),
    titleOf(report),
    ...Object.entries(counts).map(([outcome, count]) => `  ${outcome.padEnd(10)} ${count}`),
    `  posts      ${posts}`,
    ...(pages > 0 ? [`${pages} other ${pages === 1 ? 'file' : 'files'} of the site`] : []),
    `${seconds.toFixed(1)} s, ${rate} posts/s`,
    ...closingLines(report),
  ];
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

function deletedWord({ pruned, dryRun }: ExportReport): string {
  if (!pruned) return 'no post has this file any more';
  return dryRun ? 'would be removed' : 'removed';
}

function titleOf({ dryRun, interrupted, target }: ExportReport): string {
  if (dryRun) return `Dry run, nothing was written: ${target}`;
  return `${interrupted ? 'Interrupted' : 'Exported to'} ${target}`;
}

function closingLines({ counts, posts, deleted, pruned, footersRenewed, moved }: ExportReport): string[] {
  return [
    ...(footersRenewed > 0 ? [`${footersRenewed} of the changed files have new links under the body`] : []),
    ...(deleted.length > 0 && !pruned ? ['--prune removes the files that no post has any more'] : []),
    ...(posts > 0 && posts === counts.unchanged && deleted.length + moved.length === 0
      ? ['Nothing changed.']
      : []),
  ];
}
