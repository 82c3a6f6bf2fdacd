/** All that the host, core and the wire stand on. */
export const lockedGlobals: readonly string[] = [
  'Object', 'Function', 'Array', 'Number', 'Boolean', 'String', 'Symbol', 'BigInt', 'RegExp', 'Promise', 'Proxy', 'Iterator',
  'Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError', 'AggregateError', 'SuppressedError',
  'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'DisposableStack', 'AsyncDisposableStack',
  'ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array',
  'Int32Array', 'Uint32Array', 'Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array',
  'Math', 'JSON', 'Reflect', 'Atomics', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'structuredClone', 'queueMicrotask',
  'Buffer', 'AbortController', 'AbortSignal', 'Event', 'EventTarget', 'DOMException', 'URL', 'URLSearchParams',
];

/** What else a submission may use. Timers, `Date`, `console` and the like are its own to replace. */
const otherGlobals: readonly string[] = [
  'undefined', 'NaN', 'Infinity', 'globalThis', 'global', 'eval', 'escape', 'unescape', 'Intl', 'Temporal', 'Date', 'console', 'process',
  'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'atob', 'btoa', 'performance', 'crypto', 'CustomEvent',
  'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate', 'TextEncoder', 'TextDecoder',
  'ReadableStream', 'WritableStream', 'TransformStream', 'ReadableStreamDefaultReader', 'WritableStreamDefaultWriter',
  'CountQueuingStrategy', 'ByteLengthQueuingStrategy', 'TextEncoderStream', 'TextDecoderStream',
];

/**
 * Removes every global but those. What is gone reaches outside (`fetch`), works in real time (`MessageChannel`), or is a
 * module of Node: a program that is given to Node as text has `fs`, `child_process` and all the others as globals.
 */
export function removeOtherGlobals(): void {
  const kept = new Set<string | symbol>([...lockedGlobals, ...otherGlobals, Symbol.toStringTag]);
  for (const key of Reflect.ownKeys(globalThis)) if (!kept.has(key)) Reflect.deleteProperty(globalThis, key);
}
