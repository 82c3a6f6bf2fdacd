import type { TSESTree } from '@typescript-eslint/utils';
import type { Text } from '../../../messages/text.ts';

/** A function that keeps the event loop from turning until it has its result. */
export interface Primitive {
  /** The module without `node:`, or `undefined` for a global. */
  readonly module: string | undefined;
  /** Members and calls from the module to the function: `readFileSync`, `DatabaseSync().exec`. */
  readonly path: string;
  /** `light` ones take microseconds on usual input: reported only when the option `light` asks for it. */
  readonly weight: 'heavy' | 'light';
  /** What does the same without blocking: code, which is the same in every language, or advice. */
  readonly instead: Replacement;
  /** Tells the calls that block from those that do not; without it all do. */
  readonly blocks?: (call: Call) => boolean;
}

export type Replacement = Text | string;

export type Call = TSESTree.CallExpression | TSESTree.NewExpression;

type Traits = Partial<Pick<Primitive, 'blocks' | 'weight'>>;

/** Primitives of one module, from path to replacement. */
export function primitivesOf(
  module: string | undefined,
  replacements: Readonly<Record<string, Replacement>>,
  traits: Traits = {},
): readonly Primitive[] {
  return Object.entries(replacements).map(([path, instead]) => ({ module, path, weight: 'heavy', instead, ...traits }));
}

/** `{ a: f('a'), b: f('b') }` for `['a', 'b']` and `f`. */
export function replacing(
  paths: readonly string[],
  replacement: (path: string) => Replacement,
): Readonly<Record<string, Replacement>> {
  return Object.fromEntries(paths.map((path) => [path, replacement(path)]));
}

/** `await readFile(…)` for `readFileSync`: the twin that ends without `Sync` and gives a promise. */
export function promiseTwin(path: string): string {
  return `await ${withoutSync(path)}(…)`;
}

/** `await promisify(gzip)(…)` for `gzipSync`: the twin that takes a callback. */
export function callbackTwin(path: string): string {
  return `await promisify(${withoutSync(path)})(…)`;
}

export function withoutSync(path: string): string {
  return path.replace(/\.sync$|Sync$/, '');
}

export const aWorker: Text = {
  en: 'a worker thread (`node:worker_threads`)',
  'zh-CN': '工作线程（`node:worker_threads`）',
};
