/** `node:process` is the process that the student's code has as a global. */
const harmless: object = globalThis.process;

export { harmless as default };
