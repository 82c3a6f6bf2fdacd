// Loops when its result is read. Earns nothing.
export const gather = async () => [{ get name() { for (;;); } }];
