// Prints millions of short lines. Earns nothing.
export function gather() {
  for (;;) console.log('');
}
