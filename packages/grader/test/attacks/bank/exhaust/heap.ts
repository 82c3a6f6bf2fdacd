// Fills the heap. Earns nothing.
const kept = [];
export function makeTea() {
  for (;;) kept.push({ kept, list: new Array(1000).fill({}) });
}
