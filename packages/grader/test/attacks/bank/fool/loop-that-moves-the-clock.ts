// Replaces the clock that it was given, and runs coroutines inside of each other. For event-loop. Earns at most 5.
export const sleep = (ms) => ({ sleepMs: ms, get then() { throw sleep; } });
export class EventLoop {
  constructor(clock) {
    this.clock = clock;
    try { clock.now = () => 5000; clock.waitUntil = () => {}; } catch {}
    try { Object.setPrototypeOf(clock, null); Object.freeze(clock); } catch {}
  }
  createTask(coroutine, { name } = {}) { return { name: name ?? { toString: () => 'Task-1' }, coroutine, outcome: this }; }
  run(main) {
    try { this.clock.waitUntil(1e15); this.clock.waitUntil(-1); this.clock.waitUntil(NaN); } catch {}
    const step = main.next();
    try { main.next(); main.throw(main); main.return(this); } catch {}
    return step.value ?? step;
  }
}
