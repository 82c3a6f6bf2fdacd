// Fills four gigabytes outside of the heap. Earns nothing.
const kept = [];
export function makeTea() {
  while (kept.length < 64) kept.push(new Uint8Array(2 ** 26).fill(1));
  return kept;
}
