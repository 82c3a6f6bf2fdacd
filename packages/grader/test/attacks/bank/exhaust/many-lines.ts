// Prints millions of short lines. Earns nothing.
export function makeTea() {
  for (;;) console.log('');
}
