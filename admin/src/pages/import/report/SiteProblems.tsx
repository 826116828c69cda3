import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { translateMessage } from '../../../../../core/diagnostics';
import type { ImportOutcome } from '../../../../../core/admin/import';
import { getTrad } from '../../../translations/get-trad';
import { messageLanguage } from './message-language';

/** More are in the report to download. */
const MOST_SHOWN = 50;

/** What is wrong outside the posts: in `_config.yml`, or a category's page. */
export function SiteProblems({ problems }: { problems: ImportOutcome['siteProblems'] }) {
  const { formatMessage, locale } = useIntl();
  if (problems.length === 0) return null;
  const lines = problems.flatMap(({ path, reason, diagnostics = [] }) => [
    ...(reason === undefined ? [] : [`${path}: ${reason}`]),
    ...diagnostics.map(
      (one) => `${path}:${one.line}:${one.column} ${translateMessage(one, messageLanguage(locale))}`,
    ),
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
