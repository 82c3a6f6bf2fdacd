import { CancelledError, InvalidStateError, RuntimeError, TimeoutError } from '@teatime/core';

/** The classes, JavaScript's and core's, that an error is rebuilt with, so that `instanceof` holds on the far side. */
export const errorClasses: ReadonlyMap<string, new (message?: string) => Error> = new Map<string, new (message?: string) => Error>([
  ['TypeError', TypeError],
  ['RangeError', RangeError],
  ['SyntaxError', SyntaxError],
  ['ReferenceError', ReferenceError],
  ['EvalError', EvalError],
  ['URIError', URIError],
  ['CancelledError', CancelledError],
  ['InvalidStateError', InvalidStateError],
  ['RuntimeError', RuntimeError],
  ['TimeoutError', TimeoutError],
]);

/** What an error has by itself; it does not cross as one of its own properties. */
export const errorFields: ReadonlySet<string> = new Set(['name', 'message', 'stack', 'cause', 'errors']);
