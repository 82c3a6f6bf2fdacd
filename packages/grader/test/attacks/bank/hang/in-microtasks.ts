// Never lets the microtask queue become empty. Earns nothing.
export async function gather() {
  for (;;) await null;
}
