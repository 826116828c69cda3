import { useRef, useState } from 'react';
import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { FileProblem, PlacedDiagnostic } from '../../../../../core/admin/import';
import { useDiagnosticTexts } from '../../../edit-view/diagnostic-texts';
import { getTrad } from '../../../translations/get-trad';
import { ColourBadge } from '../../../badges/ColourBadge';
import { DiagnosticLine } from './DiagnosticLine';
import { OUTCOME_TEXTS } from './outcome-texts';
import { TextDialog } from './TextDialog';
import { useFileEdits } from './useFileEdits';

interface ProblemRowProps {
  importId: number;
  file: FileProblem;
  /** Whether what was sent can still be changed. */
  canEdit: boolean;
}

/** A file with its problems, each with its place and, where there is one, its fix. */
export function ProblemRow({ importId, file, canEdit }: ProblemRowProps) {
  const { formatMessage } = useIntl();
  const { messageOf } = useDiagnosticTexts();
  const { fix, restore, busy } = useFileEdits(importId, file.path);
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState('');
  const name = useRef<HTMLHeadingElement>(null);
  const { path, outcome, reason, diagnostics, edited } = file;
  // Of an ignored file it is the name of a reason; a problem tells it in words.
  const hasReason =
    reason !== undefined && outcome !== 'ignored' && diagnostics.every((one) => messageOf(one) !== reason);
  const isFixed = edited && diagnostics.every(({ severity }) => severity !== 'error');
  const badge = isFixed ? 'success' : isTrouble(outcome) ? 'danger' : 'neutral';

  /** The button that was pressed may be gone with its problem. */
  const after = (left: readonly PlacedDiagnostic[] | null): void => {
    if (left === null) return;
    setTold(formatMessage({ id: getTrad('import.fixed-left') }, { path, count: left.length }));
    name.current?.focus();
  };

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" gap={4} wrap="wrap">
          <Flex gap={3} wrap="wrap">
            <Typography ref={name} tag="h4" fontWeight="semiBold" tabIndex={-1}>
              {path}
            </Typography>
            <ColourBadge colour={badge}>
              {formatMessage({ id: getTrad(isFixed ? 'import.fixed' : OUTCOME_TEXTS[outcome]) })}
            </ColourBadge>
            {edited ? (
              <ColourBadge colour="primary">
                {formatMessage({ id: getTrad('import.changed-here') })}
              </ColourBadge>
            ) : null}
          </Flex>
          {canEdit ? (
            <Flex gap={2}>
              {edited ? (
                <Button
                  size="S"
                  variant="tertiary"
                  loading={busy === 'restore'}
                  onClick={() => void restore().then(after)}
                >
                  {formatMessage({ id: getTrad('import.undo') })}
                </Button>
              ) : null}
              <Button size="S" variant="secondary" startIcon={<Pencil />} onClick={() => setOpen(true)}>
                {formatMessage({ id: getTrad('import.edit') })}
                <VisuallyHidden>{` ${path}`}</VisuallyHidden>
              </Button>
            </Flex>
          ) : null}
        </Flex>
        {hasReason ? <Typography>{reason}</Typography> : null}
        {diagnostics.length > 0 ? (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
            {diagnostics.map((diagnostic) => (
              <li key={`${diagnostic.line}:${diagnostic.column} ${diagnostic.ruleId}`}>
                <DiagnosticLine
                  diagnostic={diagnostic}
                  path={path}
                  isBusy={busy === 'fix'}
                  onFix={canEdit ? () => void fix(diagnostic).then(after) : undefined}
                />
              </li>
            ))}
          </Flex>
        ) : null}
        <VisuallyHidden role="status">{told}</VisuallyHidden>
      </Flex>
      {isOpen ? <TextDialog importId={importId} path={path} onClose={() => setOpen(false)} /> : null}
    </Box>
  );
}

function isTrouble(outcome: FileProblem['outcome']): boolean {
  return outcome === 'invalid' || outcome === 'rejected' || outcome === 'conflict';
}
