// Prints a hundred megabytes. Earns nothing.
const line = 'x'.repeat(100_000);
export function makeTea() {
  for (let i = 0; i < 1000; i++) console.log(line);
  return [];
}
