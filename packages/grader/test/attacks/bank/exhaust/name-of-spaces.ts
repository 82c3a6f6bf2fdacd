// Gives data under a name of a million spaces, which patterns go over again and again. Earns nothing.
export const makeTea = async () => ({ [' '.repeat(1_000_000)]: [new Error('\n'.repeat(4000)), ' '.repeat(500_000)] });
