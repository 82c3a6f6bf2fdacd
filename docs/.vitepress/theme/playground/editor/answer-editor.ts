import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { AnswerFile } from '../../../../../packages/grader/src/page/answers/answer-file.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { Problem } from './diagnostics.ts';
import { writing } from './writing.ts';

export interface AnswerEditorOptions {
  readonly files: readonly AnswerFile[];
  /** What the editor is called, for those who do not see it. */
  readonly label: string;
  readonly onChange: (files: readonly AnswerFile[]) => void;
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
