// Throws an error that throws when it is read. Earns nothing.
class Thorn extends Error {
  get message() { throw new Thorn(); }
  get name() { throw this; }
  get stack() { for (const _ of [1]) throw null; }
}
export function gather() {
  throw new Thorn();
}
