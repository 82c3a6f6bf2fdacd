// fails: main-result, main-error
// When main is done it closes what is left: their `finally` runs.
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

type Outcome<T> = { readonly status: 'returned'; readonly value: T } | { readonly status: 'threw'; readonly error: unknown };

export class Task<T> {
  readonly name: string;
  readonly coroutine: LoopCoroutine<T>;
  outcome: Outcome<T> | undefined;
  readonly waiting: Task<unknown>[] = [];

  constructor(name: string, coroutine: LoopCoroutine<T>) {
    this.name = name;
    this.coroutine = coroutine;
  }
}

interface Ready {
  readonly task: Task<unknown>;
  readonly wake: Outcome<unknown>;
}

interface Sleeper {
  readonly task: Task<unknown>;
  readonly deadline: number;
}

const nothing: Outcome<unknown> = { status: 'returned', value: undefined };

export class EventLoop {
  readonly clock: LoopClock;
  readonly #ready: Ready[] = [];
  readonly #sleepers: Sleeper[] = [];
  #unnamed = 0;

  constructor(clock: LoopClock) {
    this.clock = clock;
  }

  createTask<T>(coroutine: LoopCoroutine<T>, options: { readonly name?: string } = {}): Task<T> {
    const task = new Task(options.name ?? `Task-${++this.#unnamed}`, coroutine);
    this.#ready.push({ task, wake: nothing });
    return task;
  }

  run<T>(main: LoopCoroutine<T>): T {
    const task = this.createTask(main, { name: 'main' });
    while (!task.outcome) this.#turn();
    for (const { task: left } of [...this.#ready, ...this.#sleepers]) left.coroutine.return(undefined);
    if (task.outcome.status === 'threw') throw task.outcome.error;
    return task.outcome.value;
  }

  #turn(): void {
    if (this.#ready.length === 0) this.#waitForSleepers();
    this.#wakeSleepers();
    const first = this.#ready.shift();
    if (first) this.#step(first);
  }

  #waitForSleepers(): void {
    const first = this.#sleepers.at(0);
    if (!first) throw new Error('nobody is ready and nobody sleeps: the loop would wait for ever');
    this.clock.waitUntil(first.deadline);
  }

  #wakeSleepers(): void {
    const now = this.clock.now();
    const awake = this.#sleepers.findIndex(({ deadline }) => deadline > now);
    for (const { task } of this.#sleepers.splice(0, awake === -1 ? this.#sleepers.length : awake)) {
      this.#ready.push({ task, wake: nothing });
    }
  }

  #step({ task, wake }: Ready): void {
    try {
      const { coroutine } = task;
      const step = wake.status === 'threw' ? coroutine.throw(wake.error) : coroutine.next(wake.value);
      if (step.done) this.#end(task, { status: 'returned', value: step.value });
      else if (step.value instanceof Task) this.#join(task, step.value);
      else this.#sleep(task, step.value.sleepMs);
    } catch (error) {
      this.#end(task, { status: 'threw', error });
    }
  }

  #sleep(task: Task<unknown>, ms: number): void {
    const deadline = this.clock.now() + ms;
    const later = this.#sleepers.findIndex((sleeper) => sleeper.deadline > deadline);
    this.#sleepers.splice(later === -1 ? this.#sleepers.length : later, 0, { task, deadline });
  }

  #join(task: Task<unknown>, other: Task<unknown>): void {
    if (other.outcome) this.#ready.push({ task, wake: other.outcome });
    else other.waiting.push(task);
  }

  #end(task: Task<unknown>, outcome: Outcome<unknown>): void {
    task.outcome = outcome;
    for (const waiting of task.waiting) this.#ready.push({ task: waiting, wake: outcome });
  }
}
