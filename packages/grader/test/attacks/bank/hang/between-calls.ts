// Answers at once, and loops when nobody is asking. Earns nothing.
export async function makeTea() {
  queueMicrotask(() => { for (;;); });
  return [];
}
