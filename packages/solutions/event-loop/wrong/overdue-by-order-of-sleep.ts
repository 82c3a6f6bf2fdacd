// fails: timer-order
// Of several who are overdue at the same time, wakes the one first that fell asleep first.
export interface LoopClock {
  now(): number;
  waitUntil(time: number): void;
}
export interface Sleep { readonly sleepMs: number }
export function sleep(ms: number): Sleep { return { sleepMs: ms }; }
export type LoopCoroutine<T> = Generator<Sleep | Task<unknown>, T, unknown>;


export class Task<T> {
  readonly name: string;
  readonly coroutine: LoopCoroutine<T>;
  done = false;
  failed = false;
  result: T | undefined = undefined;
  error: unknown = undefined;
  waiters: Task<any>[] = [];
  // what to send into the generator next time
  nextValue: unknown = undefined;
  nextError: { error: unknown } | undefined = undefined;
  constructor(name: string, coroutine: LoopCoroutine<T>) { this.name = name; this.coroutine = coroutine; }
}
export class EventLoop {
  readonly clock: LoopClock;
  ready: Task<any>[] = [];
  sleepers: { time: number; order: number; task: Task<any> }[] = [];
  count = 0;
  order = 0;
  constructor(clock: LoopClock) { this.clock = clock; }
  createTask<T>(coroutine: LoopCoroutine<T>, options: { readonly name?: string } = {}): Task<T> {
    this.count++;
    const task = new Task<T>(options.name ?? `Task-${this.count}`, coroutine);
    this.ready.push(task);
    return task;
  }
  run<T>(main: LoopCoroutine<T>): T {
    const mainTask = new Task<T>('main', main);
    this.ready.push(mainTask);
    while (!mainTask.done) {
      this.wakeSleepers();
      if (this.ready.length === 0) {
        if (this.sleepers.length === 0) throw new Error('deadlock');
        let next = Infinity;
        for (const s of this.sleepers) if (s.time < next) next = s.time;
        this.clock.waitUntil(next);
        continue;
      }
      const task = this.ready.shift()!;
      this.step(task);
    }
    if (mainTask.failed) throw mainTask.error;
    return mainTask.result as T;
  }
  private wakeSleepers() {
    const now = this.clock.now();
    const due = this.sleepers.filter((s) => s.time <= now);
    
    this.sleepers = this.sleepers.filter((s) => s.time > now);
    for (const s of due) this.ready.push(s.task);
  }
  private step(task: Task<any>) {
    let r: IteratorResult<Sleep | Task<unknown>, any>;
    try {
      if (task.nextError) {
        const e = task.nextError.error;
        task.nextError = undefined;
        r = task.coroutine.throw(e);
      } else {
        const v = task.nextValue;
        task.nextValue = undefined;
        r = task.coroutine.next(v);
      }
    } catch (e) {
      task.done = true; task.failed = true; task.error = e;
      this.wakeWaiters(task);
      return;
    }
    if (r.done) {
      task.done = true; task.result = r.value;
      this.wakeWaiters(task);
      return;
    }
    const y = r.value;
    if (y instanceof Task) {
      if (y.done) this.deliver(y, task);
      else y.waiters.push(task);
    } else {
      this.sleepers.push({ time: this.clock.now() + y.sleepMs, order: this.order++, task });
    }
  }
  private deliver(from: Task<any>, to: Task<any>) {
    if (from.failed) to.nextError = { error: from.error };
    else to.nextValue = from.result;
    this.ready.push(to);
  }
  private wakeWaiters(task: Task<any>) {
    for (const w of task.waiters) this.deliver(task, w);
    task.waiters = [];
  }
}
