// Gives a result that throws whoever reads it. Earns nothing.
const thorn = { get name() { throw new Error('A'); }, get then() { throw { status: 'passed' }; } };
export const gather = () => thorn;
