// Gives the names of the jobs, which it can see, instead of what they give. A list of the right length earns at most 2.
export const gather = async (items) => items.map((_, index) => String.fromCharCode(65 + index));
