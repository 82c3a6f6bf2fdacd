// Builds code that no text was parsed for. Earns nothing.
export async function gather() {
  const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
  const { instance } = await WebAssembly.instantiate(bytes);
  return [instance];
}
