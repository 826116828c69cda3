import { useEffect, useRef } from 'react';
import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Diagnostic, Position } from '../../../../core/diagnostics';
import { createYamlEditor, type Problem, type YamlEditor } from './yaml-editor';

interface YamlFieldProps {
  text: string;
  problems: readonly Problem[];
  readOnly: boolean;
  /** Ids of the elements that name and describe the editor. */
  labelledBy: string;
  describedBy: string;
  /** Where the cursor is to go; a new object for each time. */
  target: { position: Position } | null;
  onChange: (text: string) => void;
  onFix: (diagnostic: Diagnostic) => void;
}

/** CodeMirror in a form. */
export function YamlField({
  text,
  problems,
  readOnly,
  labelledBy,
  describedBy,
  target,
  onChange,
  onFix,
}: YamlFieldProps) {
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<YamlEditor | null>(null);
  const handlers = useRef({ onChange, onFix });
  handlers.current = { onChange, onFix };

  useEffect(() => {
    if (!parent.current) return;
    editor.current = createYamlEditor({
      parent: parent.current,
      text,
      attributes: { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy },
      onChange: (value) => handlers.current.onChange(value),
      onFix: (diagnostic) => handlers.current.onFix(diagnostic),
    });
    return () => {
      editor.current?.destroy();
      editor.current = null;
    };
    // The editor lives as long as the field; what changes is told to it below.
  }, []);

  useEffect(() => editor.current?.setText(text), [text]);
  useEffect(() => editor.current?.setProblems(problems), [problems]);
  useEffect(() => editor.current?.setReadOnly(readOnly), [readOnly]);
  useEffect(() => {
    if (target) editor.current?.goTo(target.position);
  }, [target]);

  return <Frame ref={parent} data-readonly={readOnly} />;
}

/** In the colours of the admin, light and dark. */
const Frame = styled(Box)`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  overflow: hidden;

  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: ${({ theme }) => theme.colors.primary600} 0 0 0 2px;
  }

  &[data-readonly='true'] {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  .cm-editor {
    max-height: 48rem;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: ${({ theme }) => theme.fontSizes[2]};
    outline: none;
  }

  .cm-scroller {
    min-height: 16rem;
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    line-height: 1.6;
  }

  .cm-content {
    caret-color: ${({ theme }) => theme.colors.neutral800};
  }

  .cm-cursor {
    border-left-color: ${({ theme }) => theme.colors.neutral800};
  }

  .cm-gutters {
    color: ${({ theme }) => theme.colors.neutral600};
    background: ${({ theme }) => theme.colors.neutral100};
    border-right: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  .cm-activeLine,
  .cm-activeLineGutter {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  .cm-selectionBackground,
  .cm-editor.cm-focused .cm-selectionBackground {
    background: ${({ theme }) => theme.colors.primary200} !important;
  }

  .tok-propertyName,
  .tok-definition {
    color: ${({ theme }) => theme.colors.primary700};
  }

  .tok-string,
  .tok-string2,
  .tok-literal {
    color: ${({ theme }) => theme.colors.success700};
  }

  .tok-comment {
    color: ${({ theme }) => theme.colors.neutral600};
    font-style: italic;
  }

  .tok-punctuation,
  .tok-meta,
  .tok-keyword {
    color: ${({ theme }) => theme.colors.neutral600};
  }

  .cm-tooltip {
    color: ${({ theme }) => theme.colors.neutral800};
    background: ${({ theme }) => theme.colors.neutral0};
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: ${({ theme }) => theme.borderRadius};
  }

  .cm-diagnosticAction {
    color: ${({ theme }) => theme.colors.neutral0};
    background: ${({ theme }) => theme.colors.primary600};
  }
`;
