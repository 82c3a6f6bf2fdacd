// fails: main-result, names
// A loop that has run once never runs again.
export interface LoopClock {
  now(): number;
  waitUntil(time: number): void;
}

export interface Sleep {
  readonly sleepMs: number;
}

export function sleep(ms: number): Sleep {
  return { sleepMs: ms };
}

export type LoopCoroutine<T> = Generator<Sleep | Task<unknown>, T, unknown>;

type Wake = { error?: unknown; failed?: boolean; value?: unknown };

export class Task<T> {
  readonly name: string;
  readonly coroutine: LoopCoroutine<T>;
  done = false;
  result: Wake = {};
  waiting: Task<unknown>[] = [];

  constructor(name: string, coroutine: LoopCoroutine<T>) {
    this.name = name;
    this.coroutine = coroutine;
  }
}

export class EventLoop {
  readonly #clock: LoopClock;
  #ready: { task: Task<unknown>; wake: Wake }[] = [];
  #sleepers: { task: Task<unknown>; at: number }[] = [];
  #count = 0;
  #stopped = false;

  constructor(clock: LoopClock) {
    this.#clock = clock;
  }

  createTask<T>(coroutine: LoopCoroutine<T>, options: { readonly name?: string } = {}): Task<T> {
    const task = new Task(options.name ?? `Task-${(this.#count += 1)}`, coroutine);
    this.#ready.push({ task, wake: {} });
    return task;
  }

  run<T>(main: LoopCoroutine<T>): T {
    const mainTask = this.createTask(main);
    while (!mainTask.done && !this.#stopped) {
      const now = this.#clock.now();
      while (this.#sleepers.length > 0 && this.#sleepers[0].at <= now) {
        const sleeper = this.#sleepers.shift()!;
        this.#ready.push({ task: sleeper.task, wake: {} });
      }
      const next = this.#ready.shift();
      if (next) this.#step(next.task, next.wake);
      else this.#clock.waitUntil(this.#sleepers[0].at);
    }
    this.#stopped = true;
    if (mainTask.result.failed) throw mainTask.result.error;
    return mainTask.result.value as T;
  }

  #step(task: Task<unknown>, wake: Wake): void {
    let step;
    try {
      step = wake.failed ? task.coroutine.throw(wake.error) : task.coroutine.next(wake.value);
    } catch (error) {
      this.#finish(task, { failed: true, error });
      return;
    }
    if (step.done) {
      this.#finish(task, { value: step.value });
    } else if (step.value instanceof Task) {
      const other = step.value;
      if (other.done) this.#ready.push({ task, wake: other.result });
      else other.waiting.push(task);
    } else {
      this.#sleepers.push({ task, at: this.#clock.now() + step.value.sleepMs });
      this.#sleepers.sort((a, b) => a.at - b.at);
    }
  }

  #finish(task: Task<unknown>, result: Wake): void {
    task.done = true;
    task.result = result;
    for (const waiting of task.waiting) this.#ready.push({ task: waiting, wake: result });
  }
}
