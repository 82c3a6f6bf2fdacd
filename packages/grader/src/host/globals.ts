/*
 * Every name that Node puts into a realm, and what it is to a submission, whose time is virtual: nothing may tell the real
 * time, and nothing may let it pass. A name that Node adds stands nowhere here, and does not exist for a submission;
 * `test/host/globals.test.ts` fails then, so that somebody looks at it.
 */

/** Neither tells time nor takes any. All that the host, core and the wire stand on: made unchangeable. */
export const lockedGlobals: readonly string[] = [
  'Object', 'Function', 'Array', 'Number', 'Boolean', 'String', 'Symbol', 'BigInt', 'RegExp', 'Promise', 'Proxy', 'Iterator',
  'Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError', 'AggregateError', 'SuppressedError',
  'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'DisposableStack', 'AsyncDisposableStack',
  'ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array',
  'Int32Array', 'Uint32Array', 'Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array',
  'Math', 'JSON', 'Reflect', 'Atomics', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'structuredClone', 'queueMicrotask',
  'Buffer', 'AbortController', 'AbortSignal', 'Event', 'EventTarget', 'DOMException', 'URL', 'URLSearchParams',
];

/** Neither tells time nor takes any: streams, too, which go on in microtasks. A submission may replace them. */
export const harmlessGlobals: readonly string[] = [
  'undefined', 'NaN', 'Infinity', 'globalThis', 'global', 'eval', 'escape', 'unescape',
  'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'atob', 'btoa', 'CustomEvent', 'TextEncoder', 'TextDecoder',
  'ReadableStream', 'WritableStream', 'TransformStream', 'ReadableStreamDefaultReader', 'WritableStreamDefaultWriter',
  'CountQueuingStrategy', 'ByteLengthQueuingStrategy', 'TextEncoderStream', 'TextDecoderStream',
];

/** Tells or takes virtual time. A submission may replace them. */
export const virtualGlobals: readonly string[] = [
  'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate',
  'Date', 'Temporal', 'Intl', 'performance', 'crypto', 'console', 'process',
];

/** Works in real time, on other threads, or outside of the process: throws when it is used. */
export const refusedGlobals: readonly string[] = [
  'MessageChannel', 'MessagePort', 'MessageEvent', 'BroadcastChannel', 'FinalizationRegistry', 'WebAssembly',
  'Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver', 'PerformanceObserverEntryList',
  'PerformanceResourceTiming', 'Blob', 'File', 'FormData', 'CompressionStream', 'DecompressionStream', 'Crypto', 'CryptoKey', 'SubtleCrypto',
  'fetch', 'Headers', 'Request', 'Response', 'WebSocket', 'CloseEvent', 'EventSource', 'Storage', 'localStorage', 'sessionStorage', 'navigator', 'Navigator',
];

/** Not there, as if Node did not have them. */
export const absentGlobals: readonly string[] = [
  // Nobody calls these; what makes them is there.
  'ErrorEvent', 'QuotaExceededError', 'URLPattern', 'ReadableByteStreamController', 'ReadableStreamBYOBReader', 'ReadableStreamBYOBRequest',
  'ReadableStreamDefaultController', 'TransformStreamDefaultController', 'WritableStreamDefaultController',
  // A program that is given to Node as text has every module as a global, and what a CommonJS module has.
  '__dirname', '__filename', 'exports', 'module', 'require',
  'assert', 'async_hooks', 'buffer', 'child_process', 'cluster', 'constants', 'dgram', 'diagnostics_channel', 'dns', 'domain', 'events', 'fs',
  'http', 'http2', 'https', 'inspector', 'net', 'os', 'path', 'perf_hooks', 'punycode', 'querystring', 'readline', 'repl', 'stream',
  'string_decoder', 'sys', 'timers', 'tls', 'trace_events', 'tty', 'url', 'util', 'v8', 'vm', 'wasi', 'worker_threads', 'zlib',
  'node:ffi', 'node:sea', 'node:sqlite', 'node:test',
];

/** The members of what is virtual, or refused, in part. What is virtual of the others is so as a whole. */
export const members = {
  Atomics: {
    harmless: ['load', 'store', 'add', 'sub', 'and', 'or', 'xor', 'exchange', 'compareExchange', 'isLockFree', 'notify', 'pause'],
    virtual: ['wait'],
    refused: ['waitAsync'],
  },
  performance: {
    harmless: [],
    virtual: ['now', 'timeOrigin', 'toJSON'],
    refused: [
      'mark', 'measure', 'clearMarks', 'clearMeasures', 'getEntries', 'getEntriesByName', 'getEntriesByType', 'clearResourceTimings',
      'setResourceTimingBufferSize', 'onresourcetimingbufferfull', 'markResourceTiming', 'eventLoopUtilization', 'nodeTiming', 'timerify',
    ],
  },
  'crypto.subtle': {
    harmless: [],
    virtual: [
      'encrypt', 'decrypt', 'sign', 'verify', 'digest', 'generateKey', 'deriveKey', 'deriveBits', 'importKey', 'exportKey', 'wrapKey',
      'unwrapKey', 'getPublicKey', 'encapsulateBits', 'encapsulateKey', 'decapsulateBits', 'decapsulateKey',
    ],
    refused: [],
  },
  'Temporal.Now': {
    harmless: ['timeZoneId'],
    virtual: ['instant', 'plainDateTimeISO', 'zonedDateTimeISO', 'plainDateISO', 'plainTimeISO'],
    refused: [],
  },
  'Intl.DateTimeFormat.prototype': {
    harmless: ['resolvedOptions', 'formatRange', 'formatRangeToParts'],
    virtual: ['format', 'formatToParts'],
    refused: [],
  },
} as const;

/** What a submission has. */
export const keptGlobals: ReadonlySet<string | symbol> = new Set([...lockedGlobals, ...harmlessGlobals, ...virtualGlobals, Symbol.toStringTag]);

/** Removes every global but those, and has those that are refused say so. */
export function removeOtherGlobals(): void {
  for (const key of Reflect.ownKeys(globalThis)) if (!keptGlobals.has(key)) Reflect.deleteProperty(globalThis, key);
  for (const name of refusedGlobals) {
    Object.defineProperty(globalThis, name, { value: refused(name), writable: true, configurable: true });
  }
}

/** Stands for a function, a class or an object, and throws whatever is done with it. The report says what to use instead. */
export function refused(name: string): object {
  const refuse = (): never => {
    throw new TypeError(`${name} cannot be used in an exercise`);
  };
  return new Proxy(function () { refuse(); }, { apply: refuse, construct: refuse, get: refuse });
}
