// Looks for the test runner in its own realm, and makes its tests pass. Earns nothing.
for (const name of ['__vitest_worker__', '__vitest_index__', 'expect', 'test', 'vi', 'it', 'describe', 'afterAll']) {
  globalThis[name] = new Proxy(function () {}, { get: () => globalThis[name], apply: () => globalThis[name] });
}
export const gather = () => globalThis.__vitest_worker__.rpc.onTaskUpdate([['1', { state: 'pass' }]]);
