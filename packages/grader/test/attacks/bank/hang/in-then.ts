// Loops when it is awaited. Earns nothing.
export const gather = () => ({ then() { for (;;); } });
