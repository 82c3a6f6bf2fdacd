// Makes every list of the process yield something else. Earns nothing.
Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true, value: undefined });
Array.prototype[Symbol.iterator] = function* () {};
export const gather = () => [];
