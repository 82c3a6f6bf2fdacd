// Gives data under names that code behind it could trip over. Earns nothing.
const trap = JSON.parse('{"__proto__":{"status":"passed"},"constructor":{"prototype":{"x":1}},"then":1,"toJSON":1}');
export const gather = async () => [trap];
