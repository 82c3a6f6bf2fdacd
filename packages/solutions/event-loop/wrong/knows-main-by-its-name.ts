// fails: main-result
// Stops when a task named main is done, whichever it is.
export interface LoopClock {
  now(): number;
  /** Waits, and comes back when it is `time`. Nothing else can run meanwhile. */
  waitUntil(time: number): void;
}

/** What `yield sleep(ms)` hands to the loop. */
export interface Sleep {
  readonly sleepMs: number;
}

/** Asks the loop to wake the coroutine `ms` milliseconds later: `yield sleep(500)`. */
export function sleep(ms: number): Sleep {
  return { sleepMs: ms };
}

/** A coroutine of this loop: it pauses at every `yield`, and says there what it waits for. */
export type LoopCoroutine<T> = Generator<Sleep | Task<unknown>, T, unknown>;

type Outcome<T> = { readonly status: 'returned'; readonly value: T } | { readonly status: 'threw'; readonly error: unknown };

/** A coroutine that the loop runs. */
export class Task<T> {
  readonly name: string;
  readonly coroutine: LoopCoroutine<T>;
  /** Undefined while the task is not done. */
  outcome: Outcome<T> | undefined;
  /** The tasks that wait for this one. */
  readonly waiting: Task<unknown>[] = [];

  constructor(name: string, coroutine: LoopCoroutine<T>) {
    this.name = name;
    this.coroutine = coroutine;
  }
}

/** A task that can go on, and what its `yield` is to give or to throw. */
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
  /** By deadline, and among equals by order of falling asleep. */
  readonly #sleepers: Sleeper[] = [];
  #unnamed = 0;
  #over = false;

  constructor(clock: LoopClock) {
    this.clock = clock;
  }

  /** Has the loop run a coroutine beside all others. Starts nothing yet. Names: `Task-1`, `Task-2`, unless one is given. */
  createTask<T>(coroutine: LoopCoroutine<T>, options: { readonly name?: string } = {}): Task<T> {
    const task = new Task(options.name ?? `Task-${++this.#unnamed}`, coroutine);
    this.#ready.push({ task, wake: nothing });
    return task;
  }

  /**
   * Runs the loop until `main` is done, and gives what it returns or throws what it throws.
   *
   * @throws Error when everybody waits for somebody else, and nobody can ever go on
   */
  run<T>(main: LoopCoroutine<T>): T {
    const task = this.createTask(main, { name: 'main' });
    while (!this.#over) this.#turn();
    this.#over = false;
    if (!task.outcome) return undefined as never;
    if (task.outcome.status === 'threw') throw task.outcome.error;
    return task.outcome.value;
  }

  /** Once around the flow chart. */
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

  /** Even when somebody is ready: their work takes time, and a sleeper must not have to wait until all of it is done. */
  #wakeSleepers(): void {
    const now = this.clock.now();
    const awake = this.#sleepers.findIndex(({ deadline }) => deadline > now);
    for (const { task } of this.#sleepers.splice(0, awake === -1 ? this.#sleepers.length : awake)) {
      this.#ready.push({ task, wake: nothing });
    }
  }

  /** Lets a task go on to its next `yield`, or to its end. */
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
    if (task.name === "main") this.#over = true;
    for (const waiting of task.waiting) this.#ready.push({ task: waiting, wake: outcome });
  }
}
