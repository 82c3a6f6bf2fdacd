import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { valuesOfBuiltIn } from './built-in-methods.ts';
import { calledMember } from './called-member.ts';
import { iteratorOf } from './iterators.ts';
import { loadedModule } from './modules.ts';
import type { Origins } from './origins.ts';
import type { Evaluation } from './evaluation.ts';
import { returnedBy } from './returns.ts';
import type { SourceModel } from './source-model.ts';
import { isFunctionNode, parentOf, unwrapped, wrapped } from './syntax.ts';
import { callStep, isGlobal, stepFrom } from './value.ts';
import type { FunctionNode, FunctionValue, Value } from './value.ts';
import { variableOf } from './variables.ts';

/** What a call gives: a module, the function that it binds, its first argument, or what its function returns. */
export function valuesOfCall(
  node: TSESTree.CallExpression,
  model: SourceModel,
  resolver: Evaluation,
  origins: Origins,
): readonly Value[] {
  const callee = resolver.valuesOf(node.callee, model);
  const [first] = node.arguments;
  const module = loadedModule(node, callee, model);
  if (module !== undefined) return origins.require(module, first ?? node, model);
  const called = calledMember(node, model);
  // `f.bind(…)` is `f`.
  if (called?.name === 'bind') return resolver.valuesOf(called.object, model);
  const iterator = iteratorOf(node, callee, model, resolver);
  if (iterator !== undefined) return [iterator];
  const known = called === undefined ? [] : valuesOfBuiltIn(node, called, model, resolver);
  if (known.length > 0) return known;
  if (first !== undefined && (callee.some(handsBack) || isInteropHelper(node.callee))) return resolver.valuesOf(first, model);
  if (callee.some((value) => isGlobal(value, 'Object.assign'))) {
    const parts = node.arguments.map((argument) => resolver.valuesOf(argument, model));
    // A function or class stays one, whatever is added to it.
    const callable = parts[0]?.filter(({ kind }) => kind === 'function' || kind === 'class') ?? [];
    return [...callable, { kind: 'merged', parts }];
  }
  return callee.flatMap((value): readonly Value[] => {
    if (value.kind === 'external') return [origins.keep(value, stepFrom(value, callStep))];
    if (value.kind !== 'function') return [];
    if (value.node.generator) return [{ kind: 'generator', of: value }];
    return [
      ...returnedValues(value, resolver),
      ...argumentsCalledLater(value).flatMap((index) => {
        const argument = node.arguments[index];
        return argument === undefined ? [] : resolver.valuesOf(argument, model);
      }),
    ];
  });
}

/** What a function of the program returns: as its code says, or else as its type does. */
function returnedValues({ node, model }: FunctionValue, resolver: Evaluation): readonly Value[] {
  const values = returnedBy(node).flatMap((expression) => resolver.valuesOf(expression, model));
  if (values.length > 0 || node.returnType === undefined || !resolver.readsAnnotations) return values;
  return resolver.valuesOf(node.returnType, model);
}

/** Which arguments the function calls that a function gives back: that of `once = (make) => () => (known ??= make())`. */
function argumentsCalledLater({ node, model }: FunctionValue): readonly number[] {
  const [result] = returnedBy(node);
  const later = result && unwrapped(result);
  if (later === undefined || !isFunctionNode(later) || later.async || later.generator) return [];
  return node.params.flatMap((parameter, index) => {
    const variable = parameter.type === AST_NODE_TYPES.Identifier ? variableOf(parameter, model) : undefined;
    const isCalled = variable?.references.some(({ identifier }) => isCalledIn(later, identifier)) ?? false;
    return isCalled ? [index] : [];
  });
}

/** Is the name called by the function itself, and not by another one inside of it? */
function isCalledIn(owner: FunctionNode, name: TSESTree.Node): boolean {
  const call = wrapped(name).parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression || unwrapped(call.callee) !== name) return false;
  let around: TSESTree.Node | undefined = call;
  while (around !== undefined && !isFunctionNode(around)) around = parentOf(around);
  return around === owner;
}

/** What a function gets as its n-th argument, if it is called where it is written, by `import(…).then`, or by `[…].map`. */
export function argumentsOf(
  owner: TSESTree.Node,
  index: number,
  model: SourceModel,
  resolver: Evaluation,
): readonly Value[] {
  const call = owner.parent;
  if (call?.type !== AST_NODE_TYPES.CallExpression) return [];
  if (unwrapped(call.callee) === owner) {
    const argument = call.arguments[index];
    return argument === undefined ? [] : resolver.valuesOf(argument, model);
  }
  const called = index === 0 && call.arguments[0] === owner ? calledMember(call, model) : undefined;
  if (called?.name === 'then') return resolver.valuesOf(called.object, model);
  if (called === undefined || !goesThrough.has(called.name)) return [];
  // An object's own `map` is no list's.
  return resolver.valuesOf(call.callee, model).length === 0 ? resolver.elementsOf(resolver.valuesOf(called.object, model)) : [];
}

/** Methods of arrays that give a function one element after the other. */
const goesThrough: ReadonlySet<string> = new Set(['every', 'filter', 'find', 'flatMap', 'forEach', 'map', 'some']);

/** What compilers wrap around `require(…)`: `__importStar(require('fs'))` is the module all the same. */
function isInteropHelper(callee: TSESTree.Node): boolean {
  const name = callee.type === AST_NODE_TYPES.MemberExpression ? callee.property : callee;
  return name.type === AST_NODE_TYPES.Identifier && interopHelpers.has(name.name);
}

const interopHelpers: ReadonlySet<string> = new Set([
  '__importDefault',
  '__importStar',
  '__toESM',
  '_interopRequireDefault',
  '_interopRequireWildcard',
]);

/** Calls that hand their first argument back, or what is in it. */
function handsBack(value: Value): boolean {
  return (
    isGlobal(value, 'Object.freeze') ||
    isGlobal(value, 'Object.seal') ||
    isGlobal(value, 'Object.values') ||
    isGlobal(value, 'Promise.all') ||
    isGlobal(value, 'Promise.resolve')
  );
}
