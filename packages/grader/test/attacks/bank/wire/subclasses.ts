// Gives promises, lists and maps of classes of its own, with species. Earns at most 2.
class Liar extends Promise {
  static get [Symbol.species]() { throw new Error('species'); }
  then(...args) { return Liar.count++ > 500 ? new Liar(() => {}) : super.then(...args); }
  get [Symbol.toStringTag]() { return 'Array'; }
}
Liar.count = 0;
class Row extends Array {
  static get [Symbol.species]() { return function () { return new Proxy([], { defineProperty: () => true }); }; }
  get length() { return 3; }
  map() { return 'mapped'; }
  *[Symbol.iterator]() { for (;;) yield this; }
}
class Table extends Map {
  get size() { return -1; }
  *entries() { for (;;) yield [1, 1]; }
  *[Symbol.iterator]() { for (let i = 0; i < 1e5; i++) yield [i, i]; }
}
let turn = 0;
export function gather(items) {
  const results = [Row.from(items), new Table(), [new Table()], Liar.resolve([])];
  const result = results[turn++ % results.length];
  return turn % 2 ? Liar.resolve(result) : result;
}
