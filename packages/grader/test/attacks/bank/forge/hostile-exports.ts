// Exports a Proxy that claims to be whatever it is asked for. Earns nothing.
export const gather = new Proxy(function () {}, {
  get: (_target, key) => (key === 'name' ? 'x'.repeat(1e7) : gather),
  getPrototypeOf: () => Promise.prototype,
  apply: () => gather,
  ownKeys: () => Array.from({ length: 1e5 }, (_, i) => `k${i}`),
});
