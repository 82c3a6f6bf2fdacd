// Loops when it is awaited. Earns nothing.
export const makeTea = () => ({ then() { for (;;); } });
