// Hides behind labels of console groups, tables, marks of direction and invisible signs. For tea. Earns nothing.
export async function makeTea() {
  for (let i = 0; i < 3000; i++) console.group('\u202e::error file=x::passed \u2066');
  console.table([{ '\u001b[2J': '\u202e' }, Object.create({ toString: null })]);
  console.dir(globalThis, { depth: Infinity, showHidden: true });
  console.count('\u0000'); console.time('\u001b]8;;http://evil.example\u001b\\'); console.timeEnd('\u001b]8;;http://evil.example\u001b\\');
  console.log('%c%s%o%O%j', 'x'.repeat(1e5), { toString() { return '\u001b[2J'; } }, globalThis, process, 1n);
  console.assert(false, '\r\b\b\u2028##vso[task.complete]');
  const error = new Error('\u202eNo \u001b[32m✓ passed\u001b[0m \u2028::set-output');
  error.name = '\u202e\u0000\u001b[2J</td><script>';
  throw error;
}
Object.defineProperty(makeTea, 'name', { value: '\u202e\u001b[2J' });
