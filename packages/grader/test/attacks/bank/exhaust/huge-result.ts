// Gives a text of half a gigabyte. Earns nothing.
export const gather = async () => ['x'.repeat(5e8)];
