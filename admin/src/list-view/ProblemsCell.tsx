import { Flex, Tooltip, Typography } from '@strapi/design-system';
import { useTable } from '@strapi/strapi/admin';
import { useGetProblemsOfPostsQuery } from '../api/post-list-api';
import { useDiagnosticTexts } from '../edit-view/diagnostic-texts';
import { SeverityBadge } from '../badges/SeverityBadge';
import { useListLocale } from './list-locale';

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** How many problems a post of the list has; what they say is shown beside the pointer and read out. */
export function ProblemsCell({ documentId }: { documentId: string }) {
  const { messageOf } = useDiagnosticTexts();
  const rows = useTable('ProblemsCell', (table) => table.rows) as { documentId?: string }[];
  const locale = useListLocale();
  const documentIds = rows.flatMap((row) => row.documentId ?? []);
  const { data } = useGetProblemsOfPostsQuery({ documentIds, locale }, { skip: documentIds.length === 0 });
  const problems = data?.[documentId] ?? [];
  if (problems.length === 0) return <Typography textColor="neutral600">–</Typography>;
  const messages = problems.map(messageOf).join('\n');
  return (
    <Tooltip label={messages}>
      <Flex gap={1} tag="span" aria-label={messages} role="img" tabIndex={0}>
        {SEVERITIES.map((severity) => {
          const count = problems.filter((problem) => problem.severity === severity).length;
          return count === 0 ? null : <SeverityBadge key={severity} severity={severity} count={count} />;
        })}
      </Flex>
    </Tooltip>
  );
}
