// Runs for ever: takes a step, waits, takes a step. For event-loop. Earns nothing.
export const sleep = (ms) => ({ sleepMs: ms });
export class EventLoop {
  constructor(clock) { this.clock = clock; }
  createTask(coroutine, options) { return { name: 'Task-1', coroutine }; }
  run(main) { for (;;) this.clock.waitUntil(this.clock.now() + 1); }
}
