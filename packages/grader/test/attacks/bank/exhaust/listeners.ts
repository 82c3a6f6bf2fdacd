// Has a promise of the suite tell twenty thousand listeners. Earns nothing.
export async function gather(items) {
  const first = Promise.resolve(items[0]);
  const all = Array.from({ length: 2e4 }, () => first.then(() => new Promise(() => {})));
  return all;
}
