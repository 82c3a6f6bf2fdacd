/*
 * Another build: a turn runs everybody who was ready when it began, then looks for sleepers; the deadlines are kept in a
 * heap; a task is woken by calling it; waiting tasks are closures.
 */

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

type Callback = () => void;

export class Task<T> {
  readonly name: string;
  readonly coroutine: LoopCoroutine<T>;
  state: 'running' | 'returned' | 'threw' = 'running';
  outcome: unknown;
  callbacks: Callback[] = [];

  constructor(name: string, coroutine: LoopCoroutine<T>) {
    this.name = name;
    this.coroutine = coroutine;
  }

  settle(state: 'returned' | 'threw', outcome: unknown): Callback[] {
    this.state = state;
    this.outcome = outcome;
    return this.callbacks;
  }
}

class Heap {
  #entries: { at: number; order: number; callback: Callback }[] = [];
  #order = 0;

  get next(): number | undefined {
    return this.#entries[0]?.at;
  }

  push(at: number, callback: Callback): void {
    const entries = this.#entries;
    let i = entries.push({ at, order: (this.#order += 1), callback }) - 1;
    while (i > 0 && this.#less(i, (i - 1) >> 1)) i = this.#swap(i, (i - 1) >> 1);
  }

  pop(): Callback {
    const entries = this.#entries;
    const [first] = entries;
    const last = entries.pop();
    if (last && entries.length > 0) {
      entries[0] = last;
      for (let i = 0; ; ) {
        let child = 2 * i + 1;
        if (child >= entries.length) break;
        if (child + 1 < entries.length && this.#less(child + 1, child)) child += 1;
        if (!this.#less(child, i)) break;
        i = this.#swap(i, child);
      }
    }
    return first.callback;
  }

  #less(a: number, b: number): boolean {
    const [x, y] = [this.#entries[a], this.#entries[b]];
    return x.at < y.at || (x.at === y.at && x.order < y.order);
  }

  #swap(a: number, b: number): number {
    [this.#entries[a], this.#entries[b]] = [this.#entries[b], this.#entries[a]];
    return b;
  }
}

export class EventLoop {
  readonly #clock: LoopClock;
  readonly #timers = new Heap();
  #ready: Callback[] = [];
  #names = 0;

  constructor(clock: LoopClock) {
    this.#clock = clock;
  }

  createTask<T>(coroutine: LoopCoroutine<T>, { name = `Task-${(this.#names += 1)}` }: { readonly name?: string } = {}): Task<T> {
    const task = new Task(name, coroutine);
    this.#ready.push(() => this.#advance(task, () => task.coroutine.next()));
    return task;
  }

  run<T>(main: LoopCoroutine<T>): T {
    const task = this.createTask(main);
    while (task.state === 'running') {
      const batch = this.#ready;
      this.#ready = [];
      for (const callback of batch) {
        callback();
        if (!this.#isRunning(task)) break;
      }
      if (!this.#isRunning(task)) break;
      const { next } = this.#timers;
      if (this.#ready.length === 0 && next !== undefined) this.#clock.waitUntil(next);
      for (const now = this.#clock.now(); (this.#timers.next ?? Infinity) <= now; ) this.#ready.push(this.#timers.pop());
    }
    if (this.#isFailed(task)) throw task.outcome;
    return task.outcome as T;
  }

  #isRunning(task: Task<unknown>): boolean {
    return task.state === 'running';
  }

  #isFailed(task: Task<unknown>): boolean {
    return task.state === 'threw';
  }

  #advance(task: Task<unknown>, step: () => IteratorResult<Sleep | Task<unknown>, unknown>): void {
    try {
      const { done, value } = step();
      if (done) this.#ready.push(...task.settle('returned', value));
      else this.#suspend(task, value as Sleep | Task<unknown>);
    } catch (error) {
      this.#ready.push(...task.settle('threw', error));
    }
  }

  #suspend(task: Task<unknown>, reason: Sleep | Task<unknown>): void {
    if (!(reason instanceof Task)) {
      this.#timers.push(this.#clock.now() + reason.sleepMs, () => this.#advance(task, () => task.coroutine.next()));
      return;
    }
    const resume = (): void =>
      this.#advance(task, () =>
        reason.state === 'threw' ? task.coroutine.throw(reason.outcome) : task.coroutine.next(reason.outcome),
      );
    if (reason.state === 'running') reason.callbacks.push(resume);
    else this.#ready.push(resume);
  }
}
