import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { calledMember } from '../binding/called-member.ts';
import type { Bindings } from '../binding/bindings.ts';
import { constantString } from '../binding/constant-string.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { callStep, pathName, stepFrom } from '../binding/value.ts';
import type { Value } from '../binding/value.ts';
import { isDrawn } from './draws.ts';
import { FunctionNames } from './function-names.ts';
import type { Options } from './options.ts';
import type { Call } from './primitives/primitive.ts';
import { isPromise } from './promise-expressions.ts';
import { handlerOptions, isRoute, looksLikeRoute, routeMethods } from './routes.ts';

/**
 * What a call does with the functions it is given: hands them to the event loop, runs them before it returns,
 * keeps them for somebody to call one day, or nobody knows.
 */
export type CallbackFate = 'event loop' | 'at once' | 'kept' | 'unknown';

/** Tells what becomes of callbacks. */
export class Callbacks {
  readonly #bindings: Bindings;
  readonly #configured: FunctionNames;

  constructor(bindings: Bindings, { callbacks }: Pick<Options, 'callbacks'>) {
    this.#bindings = bindings;
    this.#configured = new FunctionNames(callbacks);
  }

  fateIn(call: Call, model: SourceModel): CallbackFate {
    const callee = this.#bindings.resolver.valuesOf(call.callee, model);
    if (callee.some((value) => this.#isScheduler(value))) return 'event loop';
    if (callee.some(runsAtOnce)) return 'at once';
    const member = calledMember(call, model);
    if (member === undefined || call.type === AST_NODE_TYPES.NewExpression) return 'unknown';
    const { name, object } = member;
    if (promiseMethods.has(name)) return this.#isPromise(object, name, model) ? 'event loop' : 'unknown';
    if (this.#bindings.isLazy(call, name, model)) return isDrawn(call, model, this.#bindings) ? 'at once' : 'kept';
    if (arrayMethods.has(name)) return 'at once';
    if (this.#keeps(call, object, name, model)) return 'kept';
    return routeMethods.has(name) && this.#isRequestRoute(call, model) ? 'event loop' : 'unknown';
  }

  /** Does the call take request handlers in its options, under that name? */
  takesHandler(call: Call, name: string, model: SourceModel): boolean {
    if (!handlerOptions.has(name)) return false;
    const member = calledMember(call, model);
    return member !== undefined && routeMethods.has(member.name) && this.#isRequestRoute(call, model);
  }

  #isPromise(object: TSESTree.Node, method: string, model: SourceModel): boolean {
    // Other things than promises have a `catch`, few have a `then`.
    const fallback = method === 'then' || isPromise(object, model, this.#bindings.resolver);
    return this.#bindings.isThenable(object, model) ?? fallback;
  }

  #isScheduler(value: Value): boolean {
    if (value.kind === 'function') return this.#configured.has(undefined, value.node.id?.name ?? '');
    if (value.kind !== 'external') return false;
    const name = pathName(value.path);
    return (
      this.#configured.has(value.module, name) ||
      (schedulers.get(value.module ?? '')?.has(name) ?? false) ||
      isRoute(value)
    );
  }

  /** `app.get(path, handler)`, where only the type of `app` tells what it is, or nothing but what it is given. */
  #isRequestRoute(call: Call, model: SourceModel): boolean {
    const { resolver } = this.#bindings;
    const callee = this.#bindings.valuesOf(call.callee, model);
    if (callee.length > 0) return callee.some((value) => value.kind === 'external' && isRoute(value));
    const member = calledMember(call, model);
    const annotated = member === undefined ? [] : resolver.valuesByAnnotation(member.object, model);
    const isAnnotated = annotated.some((value) => value.kind === 'external' && isRoute(stepFrom(value, member?.name ?? '')));
    return isAnnotated || looksLikeRoute(call, model, resolver);
  }

  #keeps(call: TSESTree.CallExpression, object: TSESTree.Node, name: string, model: SourceModel): boolean {
    const owner = this.#bindings.resolver.valuesOf(object, model);
    if (name !== 'add' && storingMethods.has(name)) return true;
    if (name === 'add') return owner.some((value) => isExternal(value, undefined, `Set${callStep}`));
    return isListener(name) && owner.some(isProcess) && runsOutsideTheLoop(call, model);
  }
}

const timers = ['setImmediate', 'setInterval', 'setTimeout'];

const schedulers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['', new Set([...timers, 'Promise', 'Promise.try', 'process.nextTick', 'queueMicrotask'])],
  ['@teatime/core', new Set(['coroutine'])],
  ['process', new Set(['nextTick'])],
  ['timers', new Set(timers)],
  ...['http', 'http2', 'https', 'net', 'tls'].map(
    (module) => [module, new Set(['createSecureServer', 'createServer'])] as const,
  ),
]);

/** Methods of lists, maps and sets that put something away. */
export const storingMethods: ReadonlySet<string> = new Set(['add', 'push', 'set', 'unshift']);

const promiseMethods: ReadonlySet<string> = new Set(['catch', 'finally', 'then']);

/** Methods that call what they are given, once an element, before they return. */
const arrayMethods: ReadonlySet<string> = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'reduceRight',
  'replace',
  'replaceAll',
  'some',
  'sort',
  'toSorted',
]);

const runners: ReadonlySet<string> = new Set([
  'Array.from',
  'JSON.parse',
  'JSON.stringify',
  'Map.groupBy',
  'Object.groupBy',
  'Reflect.apply',
]);

function runsAtOnce(value: Value): boolean {
  return value.kind === 'external' && value.module === undefined && runners.has(pathName(value.path));
}

function isProcess(value: Value): boolean {
  return isExternal(value, undefined, 'process') || isExternal(value, 'process', '');
}

function isExternal(value: Value, module: string | undefined, path: string): boolean {
  return value.kind === 'external' && value.module === module && pathName(value.path) === path;
}

function isListener(name: string): boolean {
  return name === 'on' || name === 'once' || name === 'addListener' || name === 'prependListener';
}

/** Listeners that run when the event loop has ended or no longer matters. */
function runsOutsideTheLoop({ arguments: [event] }: TSESTree.CallExpression, model: SourceModel): boolean {
  if (event === undefined) return false;
  const name = constantString(event, model);
  return name === 'exit' || name === 'uncaughtException' || name === 'uncaughtExceptionMonitor';
}
