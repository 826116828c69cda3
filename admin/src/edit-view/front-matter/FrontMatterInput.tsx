import { forwardRef, useId, useMemo, useRef, useState } from 'react';
import { Box, Field, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { applyEdits, type Diagnostic, type Position } from '../../../../core/diagnostics';
import { getTrad } from '../../translations/get-trad';
import { useDiagnosticTexts } from '../diagnostic-texts';
import { usePostForm } from '../post-form';
import { useOutlook } from '../use-outlook';
import { ProblemList } from './ProblemList';
import { useEditSession } from './use-edit-session';
import { useNewSlug } from './use-new-slug';
import { YamlField } from './YamlField';

interface FrontMatterInputProps {
  name: string;
  label?: string;
  hint?: string;
  error?: string;
  disabled?: boolean;
  required?: boolean;
  labelAction?: React.ReactNode;
}

/** The front matter of a post as YAML: problems are shown while it is typed, and the other fields follow it and lead it. */
const FrontMatterInput = forwardRef<HTMLDivElement, FrontMatterInputProps>(
  ({ name, label, hint, error, disabled = false, required, labelAction }, ref) => {
    const { formatMessage } = useIntl();
    const { messageOf, fixOf, refusalOf } = useDiagnosticTexts();
    const id = useId();
    const form = usePostForm('FrontMatterInput');
    const outlook = useOutlook(form);
    const { session, refusals } = useEditSession({ ...form, disabled: form.disabled || disabled }, outlook);
    useNewSlug(form, session !== null && !disabled);
    const [target, setTarget] = useState<{ position: Position } | null>(null);
    const text = form.values.frontMatter ?? '';

    const isAnswered = outlook.request !== undefined && (outlook.request.frontMatter ?? '') === text;
    const diagnostics =
      (isAnswered ? outlook.outlook?.diagnostics : undefined) ?? session?.reading.diagnostics;
    const shown = useRef<readonly Diagnostic[]>([]);
    if (diagnostics && JSON.stringify(diagnostics) !== JSON.stringify(shown.current))
      shown.current = diagnostics;
    const problems = useMemo(
      () =>
        shown.current.map((diagnostic) => ({
          diagnostic,
          message: messageOf(diagnostic),
          fixTitle: fixOf(diagnostic),
        })),
      [shown.current],
    );
    const coming = [...(outlook.outlook?.categories ?? []), ...(outlook.outlook?.tags ?? [])].filter(
      (term) => term.id === null,
    );

    const fix = (diagnostic: Diagnostic): void => {
      if (diagnostic.fix) form.onChange('frontMatter', applyEdits(text, diagnostic.fix.edits));
    };
    return (
      <Field.Root id={id} name={name} hint={hint} error={error} required={required}>
        <Flex ref={ref} direction="column" alignItems="stretch" gap={2}>
          <Field.Label id={`${id}-label`} action={labelAction}>
            {label}
          </Field.Label>
          <YamlField
            text={text}
            problems={problems}
            readOnly={disabled}
            labelledBy={`${id}-label`}
            describedBy={`${id}-summary`}
            target={target}
            onChange={(value) => form.onChange('frontMatter', value)}
            onFix={fix}
          />
          <VisuallyHidden id={`${id}-summary`} aria-live="polite">
            {formatMessage({ id: getTrad('editor.problems') }, { count: problems.length })}
          </VisuallyHidden>
          {refusals.map((refusal) => (
            <Typography key={refusal.path} variant="pi" textColor="danger600" role="alert">
              {refusalOf(refusal)}
            </Typography>
          ))}
          {coming.length > 0 ? (
            <Typography variant="pi" textColor="neutral600">
              {formatMessage(
                { id: getTrad('editor.new-terms') },
                { terms: coming.map(({ term }) => term).join(', '), count: coming.length },
              )}
            </Typography>
          ) : null}
          {problems.length > 0 ? (
            <Box paddingTop={1}>
              <ProblemList
                problems={problems}
                editable={!disabled}
                onGoTo={(position) => setTarget({ position })}
                onFix={fix}
              />
            </Box>
          ) : null}
          <Field.Hint />
          <Field.Error />
        </Flex>
      </Field.Root>
    );
  },
);
FrontMatterInput.displayName = 'FrontMatterInput';

export default FrontMatterInput;
