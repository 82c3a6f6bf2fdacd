/** `node:timers`: the globals, which run on virtual time. */
export const { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate } = globalThis;

const timers = { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate };

export { timers as default };
