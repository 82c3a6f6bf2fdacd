// Throws what is no error at all. Earns nothing.
export const gather = () => { throw Object.create(null, { toString: { get() { throw 1; } } }); };
