// Is a loop whose members are proxies that answer to any name. For event-loop. Earns nothing.
const all = new Proxy(function () {}, {
  get: (target, key) => (key === Symbol.toPrimitive ? () => 1 : key === 'prototype' ? target.prototype : all),
  has: () => true,
  apply: () => all,
  construct: () => all,
  ownKeys: () => ['prototype', ...Array.from({ length: 500 }, (_, i) => `member${i}`)],
  getPrototypeOf: () => all,
});
export { all as EventLoop, all as sleep };
