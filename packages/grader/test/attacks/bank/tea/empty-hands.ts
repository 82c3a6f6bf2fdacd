// Gives a stand-in for the water in place of the water, at once. For tea. Earns nothing.
export const makeTea = (boilWater) => boilWater;
