// Gives a text of half a gigabyte. Earns nothing.
export const makeTea = async () => ['x'.repeat(5e8)];
