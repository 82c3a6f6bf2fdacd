import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript, localCompletionSource } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { colours } from './colours.ts';
import { coreNames } from './core-names.ts';

/** What it is to write TypeScript here. Tab indents; who presses Esc first leaves the editor with it. */
export function writing(label: string): Extension {
  return [
    lineNumbers(),
    lintGutter(),
    highlightActiveLine(),
    // What cannot be seen could make a line read as another one.
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [coreNames, localCompletionSource] }),
    javascript({ typescript: true }),
    syntaxHighlighting(colours),
    EditorState.tabSize.of(2),
    // What scrolls has to be reached by the keyboard: so it says, too, that it can be.
    EditorView.contentAttributes.of({ 'tabindex': '0', 'aria-label': label, 'aria-describedby': 'playground-keys', 'autocapitalize': 'off', 'spellcheck': 'false' }),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap, indentWithTab]),
  ];
}
