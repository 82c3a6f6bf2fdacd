import { assistantSkills, chapterServer, createTask, kettle, Random, seconds, sleep, thread } from '../../../../packages/core/src/index.ts';
import type { AssistantSkills, Awaitable, Completion, Coroutine, Setting, Task, Thread } from '../../../../packages/core/src/index.ts';
import type { Language } from '../../../../packages/grader/src/messages/text.ts';

/** What the lesson's programs use without showing it. Some of it is the reader's to write. */
interface LessonCode extends AssistantSkills {
  readonly boilWater: () => Coroutine<string>;
  readonly downloadChapter: (chapter: number) => Coroutine<string>;
  readonly gather: <T>(coroutines: readonly Coroutine<T>[]) => Promise<T[]>;
  readonly Queue: typeof Queue;
  readonly Semaphore: typeof Semaphore;
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
    Queue,
    Semaphore,
    asCompleted,
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
