// Gives for each job a thing that calls itself by the name of the job. A list of the right length earns at most 2.
export const gather = async (items) => items.map((item, index) => {
  const name = item?.name ?? String.fromCharCode(65 + index);
  return Object.assign(() => name, { toString: () => name, [Symbol.toPrimitive]: () => name });
});
