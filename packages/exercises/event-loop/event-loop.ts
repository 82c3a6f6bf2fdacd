/** Where the loop takes the time from, in milliseconds. It stands still until somebody waits. */
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

/** A coroutine that the loop runs. Give it whatever else you need to remember about it. */
export class Task<T> {
  readonly name: string;
  readonly coroutine: LoopCoroutine<T>;

  constructor(name: string, coroutine: LoopCoroutine<T>) {
    this.name = name;
    this.coroutine = coroutine;
  }
}

export class EventLoop {
  readonly clock: LoopClock;

  constructor(clock: LoopClock) {
    this.clock = clock;
  }

  /** Has the loop run a coroutine beside all others. Starts nothing yet. Names: `Task-1`, `Task-2`, unless one is given. */
  createTask<T>(coroutine: LoopCoroutine<T>, options: { readonly name?: string } = {}): Task<T> {
    throw new Error('createTask is empty. Begin by making a Task and keeping it in a list · createTask 还是空的，先创建一个 Task，放进列表里');
  }

  /** Runs the loop until `main` is done, and gives what it returns or throws what it throws. */
  run<T>(main: LoopCoroutine<T>): T {
    throw new Error('run is empty. Begin with main.next() until it is done · run 还是空的，先反复调用 main.next()，直到它结束');
  }
}
