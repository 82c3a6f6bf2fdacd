// Backtracks for ever in a regular expression. For tea. Earns nothing.
export const makeTea = async () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`);
