/** The built-in classes that an error is rebuilt with, so that `instanceof` holds on the far side. */
export const builtinErrors: ReadonlyMap<string, new (message?: string) => Error> = new Map([
  ['TypeError', TypeError],
  ['RangeError', RangeError],
  ['SyntaxError', SyntaxError],
  ['ReferenceError', ReferenceError],
  ['EvalError', EvalError],
  ['URIError', URIError],
]);

/** What an error has by itself; it does not cross as one of its own properties. */
export const errorFields: ReadonlySet<string> = new Set(['name', 'message', 'stack', 'cause', 'errors']);
