import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { structuredPatch } from 'diff';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { ExportChange } from '../../../../core/admin/export';
import { useGetExportTextsQuery } from '../../api/export-api';
import { getTrad } from '../../translations/get-trad';

/** How a file differs from the one that was imported, line by line; the whole file where that is not known. */
export function FileDiff({ change: { documentId, locale, path, kind } }: { change: ExportChange }) {
  const { formatMessage } = useIntl();
  const { formatAPIError } = useAPIErrorHandler();
  const { data, error } = useGetExportTextsQuery({ documentId, locale });
  if (error)
    return (
      <Typography textColor="danger700" role="alert">
        {formatAPIError(error as Parameters<typeof formatAPIError>[0])}
      </Typography>
    );
  if (!data) return <Loader small>{formatMessage({ id: getTrad('import.loading') })}</Loader>;
  const { before, after } = data;
  const lines = before === null ? after.split('\n') : diffLines(before, after);
  const note = noteOf(kind, before, lines);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {note ? <Typography textColor="neutral600">{formatMessage({ id: getTrad(note) })}</Typography> : null}
      {lines.length > 0 ? (
        // It scrolls, so the keyboard must reach it.
        <Lines tabIndex={0} role="region" aria-label={path} background="neutral100" padding={3} hasRadius>
          {lines.map((line, index) => (
            <Line key={index} $sign={before === null ? '' : line[0]}>
              {line === '' ? ' ' : line}
            </Line>
          ))}
        </Lines>
      ) : null}
    </Flex>
  );
}

/** The lines of a unified diff; none where the texts are equal. */
function diffLines(before: string, after: string): string[] {
  const { hunks } = structuredPatch('', '', before, after);
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
}

function noteOf(kind: ExportChange['kind'], before: string | null, lines: string[]): string | null {
  if (before !== null) return lines.length === 0 ? 'export.same-text' : null;
  return kind === 'new' ? 'export.new-file' : 'export.imported-unknown';
}

const Lines = styled(Box)`
  max-height: 40rem;
  overflow: auto;
  font-family: monospace;
  font-size: ${({ theme }) => theme.fontSizes[1]};
`;

const Line = styled.div<{ $sign: string }>`
  min-width: max-content;
  white-space: pre;
  color: ${({ theme, $sign }) => ($sign === '@' ? theme.colors.neutral600 : theme.colors.neutral800)};
  background: ${({ theme, $sign }) => backgroundOf($sign, theme.colors)};
`;

function backgroundOf(sign: string, colors: { success100: string; danger100: string }): string {
  if (sign === '+') return colors.success100;
  return sign === '-' ? colors.danger100 : 'transparent';
}
