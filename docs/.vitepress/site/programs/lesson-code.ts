import { assistantSkills, chapterServer, coroutine, createTask, kettle, Random, seconds, sleep, thread } from '../../../../packages/core/src/index.ts';
import type { AssistantSkills, Awaitable, Completion, Coroutine, Setting, Task, Thread } from '../../../../packages/core/src/index.ts';
import type { Language } from '../../../../packages/grader/src/messages/text.ts';

/** What the lesson's programs use without showing it. Some of it is the reader's to write. */
interface LessonCode extends AssistantSkills {
  readonly boilWater: () => Coroutine<string>;
  readonly downloadChapter: (chapter: number) => Coroutine<string>;
  readonly gather: <T>(coroutines: readonly Coroutine<T>[]) => Promise<T[]>;
  readonly Gate: typeof Gate;
  readonly glassJar: (coins: number) => Jar;
  readonly Lock: typeof Lock;
  readonly Queue: typeof Queue;
  readonly Semaphore: typeof Semaphore;
  readonly retry: <T>(work: () => PromiseLike<T>, pauses: Pauses) => Promise<T>;
  readonly buffer: <T>(source: AsyncIterable<T>, size: number) => AsyncGenerator<T>;
  readonly asCompleted: <T>(tasks: readonly Task<T>[]) => AsyncGenerator<Completion<T>>;
  readonly startSolver: () => Thread<string>;
  readonly timeout: <T>(ms: number, work: (signal: AbortSignal) => Awaitable<T>) => Promise<T>;
}

export function lessonCode(lang: Language): LessonCode {
  // Looked up when something is printed: whoever records a program listens only then.
  const setting: Setting = { lang, print: (line) => console.log(line) };
  const water = kettle(setting);
  const novel = chapterServer(setting);
  return {
    ...assistantSkills({ ...setting, random: new Random(8) }),
    boilWater: () => water.boil(),
    downloadChapter: (chapter) => novel.download(chapter),
    gather: (coroutines) => Promise.all(coroutines.map((coroutine) => createTask(coroutine))),
    Gate,
    glassJar,
    Lock,
    Queue,
    Semaphore,
    retry,
    asCompleted,
    buffer,
    startSolver: () => solver(lang),
    timeout,
  };
}

/** A worker as it would be, on a clock that jumps. */
function solver(lang: Language): Thread<string> {
  return thread(async (_puzzle, { signal }) => {
    await sleep(seconds(3), { signal });
    return lang === 'en' ? 'The crossword is solved.' : '填字游戏解完了。';
  });
}

async function timeout<T>(ms: number, work: (signal: AbortSignal) => Awaitable<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException(`more than ${ms} ms`, 'TimeoutError')), ms);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

interface Pauses {
  readonly attempts: number;
  readonly baseMs: number;
  readonly factor: number;
  readonly maxMs: number;
  readonly random: () => number;
}

/** As much of it as the lesson's program needs: there are no limits and no stops in it. */
async function retry<T>(work: () => PromiseLike<T>, { attempts, baseMs, factor, maxMs, random }: Pauses): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts) throw error;
      await sleep(Math.min(maxMs, baseMs * factor ** (attempt - 1)) * random());
    }
  }
}

async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  const places = tasks.map(() => Promise.withResolvers<Completion<T>>());
  const free = places.values();
  for (const task of tasks) {
    task.then(
      (value) => free.next().value?.resolve({ task, status: 'fulfilled', value }),
      (reason: unknown) => free.next().value?.resolve({ task, status: 'rejected', reason }),
    ).catch(() => undefined);
  }
  for (const { promise } of places) yield await promise;
}

/** As much of a semaphore as the lesson's program needs: nobody gives up in it. */
class Semaphore {
  readonly #line: (() => void)[] = [];
  #free: number;

  constructor(permits: number) {
    this.#free = permits;
  }

  async use<T>(work: () => PromiseLike<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#line.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

/** Of the queue as much as the lesson's program needs: who is woken looks again. */
class Queue<T> {
  readonly #maxsize: number;
  readonly #items: T[] = [];
  readonly #waiting: (() => void)[] = [];

  constructor(maxsize: number) {
    this.#maxsize = maxsize;
  }

  async put(item: T): Promise<void> {
    while (this.#items.length >= this.#maxsize) await this.#change();
    this.#items.push(item);
    this.#tellAll();
  }

  async get(): Promise<T> {
    for (;;) {
      const [item, ...others] = this.#items.splice(0);
      this.#items.push(...others);
      if (item !== undefined) {
        this.#tellAll();
        return item;
      }
      await this.#change();
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #tellAll(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

/** Of the buffer as much as the lesson's program needs. Who reads is a task, so that it is seen beside the loop. */
async function* buffer<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T> {
  const ready: T[] = [];
  let change = Promise.withResolvers<undefined>();
  const tell = (): void => {
    change.resolve(undefined);
    change = Promise.withResolvers<undefined>();
  };
  let isLeft = false;
  const read = coroutine(async () => {
    for await (const item of source) {
      ready.push(item);
      tell();
      while (ready.length >= size && !isLeft) await change.promise;
      if (isLeft) break;
    }
  });
  const reading = createTask(read(), { name: 'buffer' });
  reading.then(tell, tell);
  try {
    while (ready.length > 0 || !reading.done()) {
      if (ready.length === 0) await change.promise;
      for (const item of ready.splice(0, 1)) {
        tell();
        yield item;
      }
    }
  } finally {
    isLeft = true;
    tell();
    await reading;
  }
}
/** As much of a lock as the lesson's program needs: nobody gives up in it. */
class Lock {
  readonly #line: (() => void)[] = [];
  #held = false;

  async use<T>(work: () => PromiseLike<T>): Promise<T> {
    if (this.#held) await new Promise<void>((resolve) => this.#line.push(resolve));
    this.#held = true;
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next) next();
      else this.#held = false;
    }
  }
}

/** The same of a gate. */
class Gate {
  readonly #line: (() => void)[] = [];
  #open = false;

  set(): void {
    this.#open = true;
    for (const goOn of this.#line.splice(0)) goOn();
  }

  async wait(): Promise<void> {
    if (!this.#open) await new Promise<void>((resolve) => this.#line.push(resolve));
  }
}

interface Jar {
  readonly read: () => Promise<number>;
  readonly write: (coins: number) => Promise<void>;
}

/** Coins in a jar: to look into it takes a moment, and so does putting something in. */
function glassJar(coins: number): Jar {
  let inside = coins;
  return {
    read: async () => {
      const seen = inside;
      await sleep(seconds(0.3));
      return seen;
    },
    write: async (sum) => {
      await sleep(seconds(0.2));
      inside = sum;
    },
  };
}
