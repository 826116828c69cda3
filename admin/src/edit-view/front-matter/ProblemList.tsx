import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Diagnostic, Position } from '../../../../core/diagnostics';
import { getTrad } from '../../translations/get-trad';
import { SeverityBadge } from '../../badges/SeverityBadge';
import type { Problem } from './yaml-editor';

interface ProblemListProps {
  problems: readonly Problem[];
  /** Whether fixes are offered. */
  editable: boolean;
  onGoTo: (position: Position) => void;
  onFix: (diagnostic: Diagnostic) => void;
}

/** Every problem with its line and, where there is one, the button that solves it. */
export function ProblemList({ problems, editable, onGoTo, onFix }: ProblemListProps) {
  const { formatMessage } = useIntl();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {problems.map(({ diagnostic, message, fixTitle }, index) => (
        <Flex key={`${diagnostic.ruleId} ${index}`} tag="li" gap={3} alignItems="flex-start">
          <Box shrink={0}>
            <SeverityBadge severity={diagnostic.severity} />
          </Box>
          <Flex direction="column" alignItems="flex-start" gap={1} flex="1">
            <Typography variant="omega">{message}</Typography>
            <Flex gap={2} wrap="wrap">
              <Button variant="ghost" size="S" onClick={() => onGoTo(diagnostic.range.start)}>
                {formatMessage({ id: getTrad('editor.line') }, { line: diagnostic.range.start.line + 1 })}
              </Button>
              {fixTitle !== null && editable ? (
                <Button variant="secondary" size="S" onClick={() => onFix(diagnostic)}>
                  {fixTitle}
                </Button>
              ) : null}
              <Typography variant="pi" textColor="neutral600">
                {diagnostic.ruleId}
              </Typography>
            </Flex>
          </Flex>
        </Flex>
      ))}
    </Flex>
  );
}
