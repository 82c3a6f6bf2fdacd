// Loops when somebody asks what its result is. Earns nothing.
export const gather = () => new Proxy({}, { getPrototypeOf() { for (;;); }, get() { for (;;); } });
