import { assistantSkills, chapterServer, createTask, kettle, Random } from '../../../../packages/core/src/index.ts';
import type { AssistantSkills, Completion, Coroutine, Setting, Task } from '../../../../packages/core/src/index.ts';
import type { Language } from '../../../../packages/grader/src/messages/text.ts';

/** What the lesson's programs use without showing it. Some of it is the reader's to write. */
interface LessonCode extends AssistantSkills {
  readonly boilWater: () => Coroutine<string>;
  readonly downloadChapter: (chapter: number) => Coroutine<string>;
  readonly gather: <T>(coroutines: readonly Coroutine<T>[]) => Promise<T[]>;
  readonly asCompleted: <T>(tasks: readonly Task<T>[]) => AsyncGenerator<Completion<T>>;
  readonly Queue: typeof LessonQueue;
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
    asCompleted,
    Queue: LessonQueue,
  };
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

/** Of the queue as much as the lesson's program needs: who is woken looks again. */
class LessonQueue<T> {
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
