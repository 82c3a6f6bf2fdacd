// Settles with one thing, then with another, then with an error. A list of the right length earns at most 2.
export function gather(items) {
  return { then(done, failed) { done([]); done(items); failed(new Error('late')); setTimeout(() => done(items.map(String)), 5); } };
}
