import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ImportOutcome } from '../../../../../core/admin/import';
import { useDiagnosticTexts } from '../../../edit-view/diagnostic-texts';
import { getTrad } from '../../../translations/get-trad';

/** More are in the report to download. */
const MOST_SHOWN = 50;

/** What is wrong outside the posts: in `_config.yml`, or a category's page. */
export function SiteProblems({ problems }: { problems: ImportOutcome['siteProblems'] }) {
  const { formatMessage } = useIntl();
  const { messageOf } = useDiagnosticTexts();
  if (problems.length === 0) return null;
  const lines = problems.flatMap(({ path, reason, diagnostics = [] }) => [
    ...(reason === undefined ? [] : [`${path}: ${reason}`]),
    ...diagnostics.map((one) => `${path}:${one.line}:${one.column} ${messageOf(one)}`),
  ]);
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="delta" tag="h3">
          {formatMessage({ id: getTrad('import.site-problems') })}
        </Typography>
        <ul>
          {lines.slice(0, MOST_SHOWN).map((line) => (
            <Typography tag="li" key={line}>
              {line}
            </Typography>
          ))}
        </ul>
      </Flex>
    </Box>
  );
}
