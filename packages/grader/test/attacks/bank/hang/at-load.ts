// Loops while it is loaded. Earns nothing.
for (;;);
export const makeTea = () => [];
