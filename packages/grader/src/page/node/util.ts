import { show } from '../../messages/show.ts';

/*
 * Of `node:util`, where there is no Node, what an answer may have a use for.
 */

export const { TextDecoder, TextEncoder } = globalThis;

type Callback = (error: Error | null | undefined, value?: unknown) => void;
type WithCallback = (...args: readonly unknown[]) => unknown;

const custom = Symbol.for('nodejs.util.promisify.custom');

export const promisify = Object.assign(promisified, { custom });

function promisified(original: unknown): unknown {
  if (!isFunction(original)) throw new TypeError('The "original" argument must be of type function.');
  const own: unknown = Reflect.get(original, custom);
  if (own !== undefined) return own;
  return function (this: unknown, ...args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const done: Callback = (error, value) => (error ? reject(error) : resolve(value));
      Reflect.apply(original, this, [...args, done]);
    });
  };
}

function isFunction(value: unknown): value is WithCallback {
  return typeof value === 'function';
}

export const inspect = show;

const util = { inspect, promisify, TextDecoder, TextEncoder };

export { util as default };
