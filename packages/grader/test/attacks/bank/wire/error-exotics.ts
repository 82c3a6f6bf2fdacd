// Throws errors of every odd kind: circles of causes, of aggregates, names that throw. Earns nothing.
const loop = new Error('loop');
loop.cause = loop;
const many = new AggregateError([], 'many');
many.errors = [many, many, loop];
let deep = new Error('deep');
for (let i = 0; i < 5000; i++) deep = new AggregateError([deep, new Error('side', { cause: deep })], 'deeper', { cause: deep });
const hostile = new Error('hostile');
Object.defineProperty(hostile, 'name', { get() { throw hostile; } });
Object.defineProperty(hostile, 'message', { get() { throw loop; } });
const endless = Object.assign(new SuppressedError(many, loop, 'x'), { own: loop });
const typed = Object.create(TypeError.prototype, { message: { value: { toString() { throw deep; } } } });
const stackless = Object.defineProperty(new Error('s'), 'stack', { get() { for (;;) throw loop; } });
const errors = [loop, many, deep, hostile, endless, typed, stackless, new DOMException('x', 'DataCloneError')];
let turn = 0;
export async function gather() {
  const error = errors[turn++ % errors.length];
  if (turn % 2) throw error;
  Promise.reject(error);
  setTimeout(() => { throw error; });
  throw new AggregateError(errors, 'all');
}
