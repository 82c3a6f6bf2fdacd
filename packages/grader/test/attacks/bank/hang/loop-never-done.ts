// Runs for ever once it has three tasks: takes a step, waits, takes a step. For event-loop. Earns nothing.
export const sleep = (ms) => ({ sleepMs: ms });
export class EventLoop {
  constructor(clock) { this.clock = clock; }
  tasks = 0;
  createTask(coroutine, options) { this.tasks++; return { name: 'Task-1', coroutine }; }
  run(main) { while (this.tasks > 2) this.clock.waitUntil(this.clock.now() + 1); }
}
