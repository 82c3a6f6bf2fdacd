// Loops when its result is read. Earns nothing.
export const makeTea = async () => [{ get name() { for (;;); } }];
