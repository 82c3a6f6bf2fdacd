import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from './source-model.ts';

/** What an expression stands for, as far as the bindings of a program tell. */
export type Value =
  | ExternalValue
  | FunctionValue
  | GeneratorValue
  | IteratorValue
  | ClassValue
  | InstanceValue
  | ConstructedValue
  | ObjectValue
  | ArrayValue
  | MergedValue
  | NamespaceValue
  | TextValue;

/** Something that lives outside of the program: an export of a module, a global, or what is reached from one. */
export interface ExternalValue {
  readonly kind: 'external';
  /** The module without `node:`, or `undefined` for the global object. */
  readonly module: string | undefined;
  /** Members and calls from there: `['promises', 'readFile']`, `['DatabaseSync', callStep, 'exec']`. */
  readonly path: readonly string[];
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly node: FunctionNode;
  readonly model: SourceModel;
}

/** What calling a generator function gives: nothing has run yet. */
export interface GeneratorValue {
  readonly kind: 'generator';
  readonly of: FunctionValue;
}

/** What a call gives that goes through something only as far as somebody draws: `lines().map(trim)`, `names.values()`. */
export interface IteratorValue {
  readonly kind: 'iterator';
  readonly call: TSESTree.CallExpression;
  /** What it draws from itself, where the program says. */
  readonly source: TSESTree.Node | undefined;
  /** What it calls with every value that it draws. */
  readonly callback: TSESTree.Node | undefined;
  readonly model: SourceModel;
}

export interface ClassValue {
  readonly kind: 'class';
  readonly node: ClassNode;
  readonly model: SourceModel;
}

export interface InstanceValue {
  readonly kind: 'instance';
  readonly of: ClassValue;
}

/** What `new` makes of a plain function, with its `prototype`. */
export interface ConstructedValue {
  readonly kind: 'constructed';
  readonly of: FunctionValue;
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly node: TSESTree.ObjectExpression;
  readonly model: SourceModel;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly node: TSESTree.ArrayExpression;
  readonly model: SourceModel;
}

/** What `Object.assign` makes: for every argument what it may be, and the later ones win. */
export interface MergedValue {
  readonly kind: 'merged';
  readonly parts: readonly (readonly Value[])[];
}

/** A `namespace` of TypeScript. */
export interface NamespaceValue {
  readonly kind: 'namespace';
  readonly node: TSESTree.TSModuleDeclaration;
  readonly model: SourceModel;
}

/** A text that the program writes out: the name of a member, perhaps. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
}

export type FunctionNode =
  | TSESTree.ArrowFunctionExpression
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression;

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** The step of a path that calls or constructs what the path has reached. */
export const callStep = '()';

/** Names under which programs reach the global object. */
const globalObjects: ReadonlySet<string> = new Set(['globalThis', 'global', 'window', 'self']);

/** Exports that are, or lie in, a global: by module, the export and the path of the global. */
const globalExports: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> = new Map([
  ['crypto', { webcrypto: ['crypto'], subtle: ['crypto', 'subtle'] }],
]);

/**
 * The value that one more step leads to. `default` and the names of the global object lead nowhere new; an export that is a
 * global, too, leads to that one.
 */
export function stepFrom(value: ExternalValue, step: string): ExternalValue {
  const isFirst = value.path.length === 0;
  if (isFirst && (value.module === undefined ? globalObjects.has(step) : step === 'default')) return value;
  const path = isFirst && value.module !== undefined ? globalExports.get(value.module)?.[step] : undefined;
  return path ? { kind: 'external', module: undefined, path } : { ...value, path: [...value.path, step] };
}

export function globalValue(name: string): ExternalValue {
  return stepFrom({ kind: 'external', module: undefined, path: [] }, name);
}

export function moduleValue(specifier: string): ExternalValue {
  return { kind: 'external', module: specifier.replace(/^node:/, ''), path: [] };
}

/** What TypeScript's libraries call what has the helpers of iterators. */
export const iteratorObject: ExternalValue = { kind: 'external', module: undefined, path: ['IteratorObject', callStep] };

/** The path as it is written in a table: `DatabaseSync().prepare().run`. */
export function pathName(path: readonly string[]): string {
  return path.join('.').replaceAll(`.${callStep}`, callStep);
}

/** Is this the global of that dotted name? */
export function isGlobal(value: Value, name: string): boolean {
  return value.kind === 'external' && value.module === undefined && pathName(value.path) === name;
}

/** What `new` makes of it. */
export function instanceOf(value: Value): readonly Value[] {
  if (value.kind === 'class') return [{ kind: 'instance', of: value }];
  if (value.kind === 'function' && !isArrow(value)) return [{ kind: 'constructed', of: value }];
  return value.kind === 'external' ? [stepFrom(value, callStep)] : [];
}

function isArrow({ node }: FunctionValue): boolean {
  return node.type === AST_NODE_TYPES.ArrowFunctionExpression;
}
