// Promises, and does nothing. Earns nothing.
export const gather = () => new Promise(() => {});
