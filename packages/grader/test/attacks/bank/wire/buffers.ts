// Gives detached, shared, growing and shrinking buffers. Earns at most 2.
const detached = new Uint8Array(8);
structuredClone(detached.buffer, { transfer: [detached.buffer] });
const growing = new ArrayBuffer(8, { maxByteLength: 2 ** 26 });
const shared = new SharedArrayBuffer(8, { maxByteLength: 2 ** 26 });
const views = [new Uint8Array(growing), new Uint8Array(shared), new Uint8Array(growing, 4, 4), detached, new DataView(growing), growing, shared];
let turn = 0;
export async function gather(items) {
  growing.resize(turn % 2 ? 2 : 2 ** 26);
  try { shared.grow(2 ** (20 + (turn % 6))); } catch {}
  const view = views[turn++ % views.length];
  return turn % 3 ? items.map(() => view) : view;
}
