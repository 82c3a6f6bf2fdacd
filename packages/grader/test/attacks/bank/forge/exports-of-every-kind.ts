// Exports what is no function, under every name that somebody could look for. Earns nothing.
export const gather = { status: 'passed', then: (done) => done([]) };
export { gather as default, gather as then, gather as __proto__, gather as constructor };
