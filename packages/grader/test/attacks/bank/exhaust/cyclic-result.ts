// Gives a list that holds itself, by way of a map. Earns nothing.
const loop = [];
loop.push(new Map([[loop, loop]]));
export const gather = async () => loop;
