// Gives lists with holes as long as a list can be. Earns nothing.
export const gather = async () => [new Array(2 ** 32 - 1)];
