// Promises, and does nothing. Earns nothing.
export const makeTea = () => new Promise(() => {});
