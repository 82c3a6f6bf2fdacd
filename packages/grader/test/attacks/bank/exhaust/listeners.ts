// Has a promise of the suite tell a hundred thousand listeners. Earns nothing.
export async function gather(items) {
  const first = Promise.resolve(items[0]);
  const all = Array.from({ length: 1e5 }, () => first.then(() => new Promise(() => {})));
  return all;
}
