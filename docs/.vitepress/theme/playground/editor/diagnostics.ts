import type { Action, Diagnostic } from '@codemirror/lint';
import type { EditorState, Text } from '@codemirror/state';

/** A place in an answer that there is something to say about. */
export interface Problem {
  readonly file: string;
  readonly from: Position;
  /** Just behind it; the end of the word where nobody knows. */
  readonly to?: Position;
  readonly message: string;
  /** What could be written instead, the best first. */
  readonly remedies: readonly Remedy[];
}

/** From 1, both. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Remedy {
  readonly what: string;
  /** Places in the text of the file, from 0. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A problem as the editor underlines it. */
export function diagnosticOf({ from, to, message, remedies }: Problem, { doc }: EditorState): Diagnostic {
  const start = offsetOf(from, doc);
  const end = to === undefined ? endOfWord(start, doc) : offsetOf(to, doc);
  const text = doc.toString();
  return { from: start, to: Math.max(start, end), severity: 'error', message, actions: remedies.map((remedy) => actionOf(remedy, text)) };
}

/** Nothing is done to a text that has changed since. */
function actionOf({ what, from, to, text: insert }: Remedy, text: string): Action {
  return {
    name: what,
    apply: (view) => {
      if (view.state.doc.toString() === text) view.dispatch({ changes: { from, to, insert } });
    },
  };
}

function offsetOf({ line, column }: Position, doc: Text): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + Math.max(column, 1) - 1, to);
}

/** Of the line, where no word begins. */
function endOfWord(start: number, doc: Text): number {
  const { from, text } = doc.lineAt(start);
  const rest = text.slice(start - from);
  return start + (/^[\p{L}\p{N}_$.]+/u.exec(rest)?.[0].length ?? rest.trimEnd().length);
}
