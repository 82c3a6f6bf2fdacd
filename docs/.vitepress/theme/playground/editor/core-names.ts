import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { data as documented } from './core-names.data.ts';

const kinds = { function: 'function', class: 'class', type: 'type' } as const;

const completions: readonly Completion[] = documented.map(({ name, kind, signature, text }) => ({
  label: name,
  type: kinds[kind],
  detail: kind === 'function' ? signature : '',
  info: text,
  apply: (view, completion, from, to) => {
    const imported = importOf(view.state, name, kind === 'type', from);
    view.dispatch({ changes: [{ from, to, insert: completion.label }, ...imported], selection: { anchor: from + name.length + shift(imported, from) } });
  },
}));

/** Completes what core exports, with its docstring, and imports it. */
export function coreNames(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/[\w$]+/);
  if (word === null && !context.explicit) return null;
  const { name } = syntaxTree(context.state).resolveInner(context.pos, -1);
  if (/Comment|String|TemplateString|PropertyName/.test(name)) return null;
  return { from: word?.from ?? context.pos, options: [...completions], validFor: /^[\w$]*$/ };
}

interface Insertion {
  readonly from: number;
  readonly insert: string;
}

const imports = /^import (?<type>type )?\{(?<names>[^}]*)\} from '@teatime\/core';?$/gm;

/** What it takes to have the name; nothing where it is there already, or is being written in an import. */
function importOf({ doc }: EditorState, name: string, isType: boolean, at: number): readonly Insertion[] {
  const text = doc.toString();
  const found = Array.from(text.matchAll(imports));
  const isThere = found.some(({ groups }) => groups?.['names']?.split(',').some((one) => one.trim().replace(/^type /, '') === name));
  if (isThere || /^import\b/.test(doc.lineAt(at).text)) return [];
  const own = found.find(({ groups }) => isType || groups?.['type'] === undefined);
  if (own === undefined) return [{ from: 0, insert: `import ${isType ? 'type ' : ''}{ ${name} } from '@teatime/core';\n` }];
  const isOfTypes = own.groups?.['type'] !== undefined;
  const names = own.groups?.['names'] ?? '';
  const end = own.index + own[0].indexOf('{') + 1 + names.trimEnd().replace(/,$/, '').length;
  return [{ from: end, insert: `${names.trim() === '' ? ' ' : ', '}${isType && !isOfTypes ? 'type ' : ''}${name}` }];
}

/** How far what is inserted moves a place. */
function shift(insertions: readonly Insertion[], place: number): number {
  return insertions.reduce((sum, { from, insert }) => (from <= place ? sum + insert.length : sum), 0);
}
