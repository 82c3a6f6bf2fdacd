// Adds up more numbers in a row than any parser can follow. For tea. Earns nothing.
const sum = TIMES(90000,"1+")1;
export const makeTea = () => sum;
