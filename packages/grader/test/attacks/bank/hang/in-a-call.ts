// Loops in every call. Earns nothing.
export function makeTea() {
  for (;;);
}
