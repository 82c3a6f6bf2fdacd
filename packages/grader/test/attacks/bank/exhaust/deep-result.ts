// Gives a list that is nested a million times. Earns nothing.
let deep = [];
for (let i = 0; i < 1e6; i++) deep = [deep];
export const makeTea = async () => deep;
