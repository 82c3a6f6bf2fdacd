// Loops when somebody asks what its result is. Earns nothing.
export const makeTea = () => new Proxy({}, { getPrototypeOf() { for (;;); }, get() { for (;;); } });
