import { setDiagnostics } from '@codemirror/lint';
import type { Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { AnswerFile } from '../../../../../packages/grader/src/page/answers/answer-file.ts';
import { writing } from './writing.ts';

export interface AnswerEditorOptions {
  readonly files: readonly AnswerFile[];
  /** What the editor is called, for those who do not see it. */
  readonly label: string;
  readonly onChange: (files: readonly AnswerFile[]) => void;
}

/** A place in an answer that there is something to say about. */
export interface Problem {
  readonly file: string;
  /** From 1, both. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** An editor for the files of an answer, one of them at a time. */
export class AnswerEditor implements Disposable {
  readonly #view: EditorView;
  readonly #states: Map<string, EditorState>;
  readonly #onChange: AnswerEditorOptions['onChange'];
  #shown: string;

  constructor(parent: HTMLElement, { files, label, onChange }: AnswerEditorOptions) {
    const extensions: Extension = [
      writing(label),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (!docChanged) return;
        this.#states.set(this.#shown, state);
        this.#onChange(this.files);
      }),
    ];
    this.#onChange = onChange;
    this.#states = new Map(files.map(({ name, source }) => [name, EditorState.create({ doc: source, extensions })]));
    const [[name, state] = ['', EditorState.create()]] = this.#states;
    this.#shown = name;
    this.#view = new EditorView({ parent, state });
  }

  get files(): readonly AnswerFile[] {
    return Array.from(this.#states, ([name, { doc }]) => ({ name, source: doc.toString() }));
  }

  /** Shows another file. */
  select(name: string): void {
    const state = this.#states.get(name);
    if (state === undefined) return;
    this.#states.set(this.#shown, this.#view.state);
    this.#shown = name;
    this.#view.setState(state);
  }

  /** Has other files in the place of these; who undoes it has these again. */
  replace(files: readonly AnswerFile[]): void {
    for (const { name, source } of files) {
      const state = this.#states.get(name);
      if (state === undefined || state.doc.toString() === source) continue;
      const change = { changes: { from: 0, to: state.doc.length, insert: source } };
      if (name === this.#shown) this.#view.dispatch(change);
      else this.#states.set(name, state.update(change).state);
    }
  }

  /** Underlines these places, and no others. */
  underline(problems: readonly Problem[]): void {
    for (const [name, state] of this.#states) {
      const there = problems.filter(({ file }) => file === name).map((problem) => diagnosticOf(problem, state));
      if (name === this.#shown) this.#view.dispatch(setDiagnostics(this.#view.state, there));
      else this.#states.set(name, state.update(setDiagnostics(state, there)).state);
    }
  }

  [Symbol.dispose](): void {
    this.#view.destroy();
  }
}

/** From the place to the end of the word, or of the line where no word begins. */
function diagnosticOf({ line, column, message }: Problem, { doc }: EditorState): Diagnostic {
  const { from, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const start = Math.min(column - 1, text.length);
  const length = /^[\p{L}\p{N}_$.]+/u.exec(text.slice(start))?.[0].length ?? text.slice(start).trimEnd().length;
  return { from: from + start, to: from + start + length, severity: 'error', message };
}
