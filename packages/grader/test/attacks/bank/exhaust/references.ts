// Hands over objects with many members, again and again. Earns nothing.
class Wide {}
for (let i = 0; i < 200; i++) Wide.prototype[`member${i}`] = () => i;
export const makeTea = async () => Array.from({ length: 50_000 }, () => new Wide());
