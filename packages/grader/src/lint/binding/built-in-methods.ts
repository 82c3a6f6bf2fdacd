import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Evaluation } from './evaluation.ts';
import type { SourceModel } from './source-model.ts';
import { unwrapped } from './syntax.ts';
import { textValue } from './texts.ts';
import { isGlobal } from './value.ts';
import type { ArrayValue, Value } from './value.ts';
import { constantValue } from './variables.ts';

/** What the language's own methods give of lists, tables and texts that the program writes out: `names.at(-1)`. */
export function valuesOfBuiltIn(
  call: TSESTree.CallExpression,
  { object, name }: { readonly object: TSESTree.Node; readonly name: string },
  model: SourceModel,
  resolver: Evaluation,
): readonly Value[] {
  const [first] = call.arguments;
  // Which function of several it is, only a run knows; of texts all are possible names.
  if (picks.has(name)) return resolver.elementsOf(lists(object, model, resolver)).filter(({ kind }) => kind === 'text');
  // What is left of a list, or comes in another order, is a part of it.
  if (parts.has(name)) return lists(object, model, resolver);
  if (name === 'get' && first !== undefined) return valuesInTable(object, first, model, resolver);
  if (name === 'join') return joined(lists(object, model, resolver), first, model, resolver);
  const change = changes.get(name);
  if (change === undefined || call.arguments.length > 0) return [];
  return resolver.valuesOf(object, model).flatMap((value) => (value.kind === 'text' ? [textValue(change(value.text))] : []));
}

const picks: ReadonlySet<string> = new Set(['at', 'find', 'findLast', 'pop', 'shift']);

const parts: ReadonlySet<string> = new Set(['filter', 'reverse', 'slice', 'sort', 'toReversed', 'toSorted']);

const changes: ReadonlyMap<string, (text: string) => string> = new Map([
  ['toString', (text: string) => text],
  ['trim', (text: string) => text.trim()],
  ['valueOf', (text: string) => text],
]);

function lists(object: TSESTree.Node, model: SourceModel, resolver: Evaluation): readonly ArrayValue[] {
  return resolver.valuesOf(object, model).filter((value) => value.kind === 'array');
}

/** `new Map([['size', 'statSync']]).get('size')`; for a key that only a run knows, every text. */
function valuesInTable(object: TSESTree.Node, key: TSESTree.Node, model: SourceModel, resolver: Evaluation): readonly Value[] {
  const wanted = resolver.valuesOf(key, model).flatMap((value) => (value.kind === 'text' ? [value.text] : []));
  return pairsOf(object, model, resolver).flatMap((pair) => {
    const values = resolver.stepInto(pair, '1');
    if (wanted.length === 0) return values.filter(({ kind }) => kind === 'text');
    return resolver.stepInto(pair, '0').some((value) => value.kind === 'text' && wanted.includes(value.text)) ? values : [];
  });
}

function pairsOf(object: TSESTree.Node, model: SourceModel, resolver: Evaluation): readonly Value[] {
  const node = unwrapped(object);
  const value = node.type === AST_NODE_TYPES.Identifier ? constantValue(node, model) : node;
  const made = value && unwrapped(value);
  if (made?.type !== AST_NODE_TYPES.NewExpression) return [];
  const [pairs] = made.arguments;
  const isMap = pairs !== undefined && resolver.valuesOf(made.callee, model).some((value) => isGlobal(value, 'Map'));
  return isMap ? resolver.elementsOf(resolver.valuesOf(pairs, model)) : [];
}

/** `['stat', 'Sync'].join('')` */
function joined(
  all: readonly ArrayValue[],
  separator: TSESTree.Node | undefined,
  model: SourceModel,
  resolver: Evaluation,
): readonly Value[] {
  const between = separator === undefined ? undefined : resolver.valuesOf(separator, model)[0];
  if (between?.kind !== 'text') return [];
  return all.flatMap(({ node, model: home }) => {
    const texts = node.elements.map((element) => {
      const [text, ...others] = element === null ? [] : resolver.valuesOf(element, home);
      return text?.kind === 'text' && others.length === 0 ? text.text : undefined;
    });
    return texts.every((text) => text !== undefined) ? [textValue(texts.join(between.text))] : [];
  });
}
