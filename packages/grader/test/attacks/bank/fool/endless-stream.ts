// Gives streams that never end, throw objects, or give promises of themselves. For as-completed. Earns at most 2.
let turn = 0;
export function asCompleted(tasks) {
  const self = {
    [Symbol.asyncIterator]() { return turn++ % 2 ? self : { next: () => self.next() }; },
    next() {
      switch (turn++ % 6) {
        case 0: return { done: false, value: { task: tasks[0], status: 'fulfilled', value: self } };
        case 1: return Promise.resolve({ get done() { throw { message: 'an object', stack: self }; } });
        case 2: throw Object.create(null);
        case 3: return { value: self, done: 0 };
        case 4: return { then(resolve) { resolve({ then: (again) => again({ done: false, value: tasks }) }); } };
        default: return Promise.reject({ toString() { throw self; } });
      }
    },
    return() { return self.next(); },
    throw() { return self.next(); },
  };
  return self;
}
