// Leaves timers behind that go off every millisecond. The empty list it gets right. A list of the right length earns at most 2.
export async function gather(items) {
  for (let i = 0; i < 100; i++) setInterval(() => {}, 1);
  return items.map(() => 1);
}
