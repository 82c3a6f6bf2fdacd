// Gives and throws numbers of a million digits. Earns nothing.
const huge = 10n ** 1_000_000n;
let turn = 0;
export async function gather(items) {
  if (turn++ % 3 === 0) return huge;
  if (turn % 3 === 1) throw huge;
  return items.map(() => ({ [`n${turn}`]: -huge, list: [huge, huge] }));
}
