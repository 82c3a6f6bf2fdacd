import type { Text } from '../../../messages/text.ts';

/** A function that keeps the event loop from turning until it has its result. */
export interface Primitive {
  /** The module without `node:`, or `undefined` for a global. */
  readonly module: string | undefined;
  /** Members and calls from the module: `readFileSync`, `DatabaseSync().exec`. */
  readonly path: string;
  /** `light` ones take microseconds on usual input: reported only when the option `light` asks for it. */
  readonly weight: 'heavy' | 'light';
  /** What does the same without blocking: code in every language alike, or advice. */
  readonly instead: Text | string;
}

/** Primitives of one module, from path to replacement. */
export function primitivesOf(
  module: string | undefined,
  replacements: Readonly<Record<string, Text | string>>,
  weight: Primitive['weight'] = 'heavy',
): readonly Primitive[] {
  return Object.entries(replacements).map(([path, instead]) => ({ module, path, weight, instead }));
}

/** `{ a: 'f(a)', b: 'f(b)' }` for `['a', 'b']` and `f`. */
export function replacing(
  names: readonly string[],
  replacement: (name: string) => Text | string,
): Readonly<Record<string, Text | string>> {
  return Object.fromEntries(names.map((name) => [name, replacement(name)]));
}

/** The name without its `Sync`. */
export function asyncName(name: string): string {
  return name.replace(/Sync$/, '');
}

export const aWorker: Text = {
  en: 'a worker thread (`node:worker_threads`)',
  'zh-CN': '工作线程（`node:worker_threads`）',
};
