import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic as Mark } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, type Text } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Diagnostic, Position } from '../../../../core/diagnostics';

/** One problem as the editor shows it: where, and what it says in the language of the admin. */
export interface Problem {
  diagnostic: Diagnostic;
  message: string;
  /** What its fix does; null where it has none. */
  fixTitle: string | null;
}

export interface YamlEditor {
  /** Shows a text that was changed elsewhere; the place of the cursor is kept. */
  setText(text: string): void;
  setProblems(problems: readonly Problem[]): void;
  setReadOnly(readOnly: boolean): void;
  /** Puts the cursor at a place and the focus into the editor. */
  goTo(position: Position): void;
  destroy(): void;
}

interface YamlEditorOptions {
  parent: HTMLElement;
  text: string;
  /** Attributes of the editable element: its name for screen readers, and what describes it. */
  attributes: Record<string, string>;
  onChange: (text: string) => void;
  onFix: (diagnostic: Diagnostic) => void;
}

/** A CodeMirror editor for YAML. Tab leaves it, as in every field of a form. */
export function createYamlEditor({
  parent,
  text,
  attributes,
  onChange,
  onFix,
}: YamlEditorOptions): YamlEditor {
  const readOnly = new Compartment();
  /** Whether the text comes from outside, so that nobody is told. */
  let isSetting = false;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        yaml(),
        syntaxHighlighting(classHighlighter),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of(attributes),
        readOnly.of(readOnlyState(false)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isSetting) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(wanted) {
      const before = view.state.doc.toString();
      const after = wanted.replace(/\r\n?/g, '\n');
      if (before === after) return;
      isSetting = true;
      view.dispatch({ changes: changedStretch(before, after) });
      isSetting = false;
    },
    setProblems(problems) {
      const marks = problems.map((problem) => markOf(problem, view.state.doc, onFix));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    setReadOnly(value) {
      view.dispatch({ effects: readOnly.reconfigure(readOnlyState(value)) });
    },
    goTo(position) {
      view.dispatch({ selection: { anchor: offsetOf(view.state.doc, position) }, scrollIntoView: true });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function readOnlyState(value: boolean): Extension {
  return [EditorState.readOnly.of(value), EditorView.editable.of(!value)];
}

function markOf(
  { diagnostic, message, fixTitle }: Problem,
  doc: Text,
  onFix: YamlEditorOptions['onFix'],
): Mark {
  const { range, severity } = diagnostic;
  const from = offsetOf(doc, range.start);
  return {
    from,
    to: Math.max(from, offsetOf(doc, range.end)),
    severity,
    message,
    actions: fixTitle === null ? [] : [{ name: fixTitle, apply: () => onFix(diagnostic) }],
  };
}

function offsetOf(doc: Text, { line, character }: Position): number {
  if (line >= doc.lines) return doc.length;
  const { from, to } = doc.line(line + 1);
  return Math.min(from + character, to);
}

/** The one stretch in which two texts differ, so that cursor and history stay where they are. */
function changedStretch(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
