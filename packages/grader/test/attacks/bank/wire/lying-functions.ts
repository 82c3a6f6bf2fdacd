// Gives functions whose name, length and text lie, throw or never end. Earns at most 1.
function lie(target, key, value) {
  return Object.defineProperty(target, key, typeof value === 'function' ? { get: value } : { value });
}
const lies = [
  lie(() => [], 'name', () => { throw new Error('no name'); }),
  lie(() => [], 'name', { toString() { return 'x'.repeat(1e6); } }),
  lie(() => [], 'length', -1e308),
  lie(() => [], 'length', NaN),
  lie(() => [], 'length', 'asymmetricMatch'),
  lie(() => [], 'length', () => 2 ** 53),
  lie(() => [], 'toString', () => () => 'native'),
  lie(() => [], 'name', Symbol('name')),
  lie(() => [], Symbol.toPrimitive, () => []),
  lie(() => [], Symbol.hasInstance, () => true),
];
let turn = 0;
export function gather(items) {
  const one = lies[turn++ % lies.length];
  return turn % 2 ? Promise.resolve(items.map(() => one)) : one;
}
lie(gather, 'length', 1e9);
lie(gather, 'name', 'constructor');
