// Never lets the microtask queue become empty. Earns nothing.
export async function makeTea() {
  for (;;) await null;
}
