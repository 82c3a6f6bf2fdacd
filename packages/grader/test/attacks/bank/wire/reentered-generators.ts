// Has generators entered again while they run, by way of the suite. Earns nothing.
import { createTask, coroutine } from '@teatime/core';
export function gather(items) {
  const self = (function* () { yield* again(); })();
  function* again() { yield self.next(); }
  const stream = {
    [Symbol.iterator]() { return this; },
    [Symbol.asyncIterator]() { return this; },
    next() { items.forEach((item) => item.then(() => self.next())); return self.next(); },
    return() { return stream; },
    throw() { return stream; },
  };
  createTask(coroutine(() => stream)());
  for (const item of items) item.then((x) => stream.next(x), (error) => self.throw(error));
  return stream;
}
