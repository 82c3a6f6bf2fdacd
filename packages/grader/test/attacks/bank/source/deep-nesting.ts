// Is nested deeper than any parser can follow. For tea. Earns nothing.
const nested = TIMES(60000,"[")TIMES(60000,"]");
export const makeTea = () => nested;
