// Waits for a thread that does not exist. Earns nothing.
export function makeTea() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
