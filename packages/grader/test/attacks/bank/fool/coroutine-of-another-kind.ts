// Gives what looks like a coroutine and is a proxy, a promise, a function or nothing. For coroutine. Earns at most 5.
let turn = 0;
export function coroutine(fn) {
  return function (...args) {
    const one = { then: (resolve, reject) => Promise.resolve(fn.apply(this, args)).then(resolve, reject) };
    switch (turn++ % 8) {
      case 0: return new Proxy(one, { get: (target, key) => (turn++ % 2 ? target[key] : undefined) });
      case 1: return new Promise(() => {});
      case 2: return { then: 1 };
      case 3: return { get then() { throw coroutine; } };
      case 4: return Object.setPrototypeOf(one, null);
      case 5: return undefined;
      case 6: return { then: (resolve) => resolve(one) };
      default: return fn;
    }
  };
}
