// Has a stack captured onto an object of its own, deep and with accessors. Earns nothing.
export function gather() {
  const trap = Object.defineProperty({}, 'stack', { set(value) { throw value; } });
  Error.stackTraceLimit = Infinity;
  Error.captureStackTrace(trap, gather);
  throw new Error(String(trap.stack));
}
