// Loops in every call. Earns nothing.
export function gather() {
  for (;;);
}
