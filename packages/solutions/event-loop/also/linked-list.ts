/*
 * Linked lists instead of arrays, one for those who are ready and one for those who sleep. The outcome of a task is a
 * function that gives its result or throws its error.
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

interface Note {
  readonly due: number;
  readonly go: () => void;
  next: Note | null;
}

export class Task<T> {
  readonly name: string;
  readonly coroutine: LoopCoroutine<T>;
  readonly #waiting: (() => void)[] = [];
  /** Goes on with the task in whose generator this is called. */
  wake: ((coroutine: LoopCoroutine<unknown>) => IteratorResult<Sleep | Task<unknown>, unknown>) | null = null;
  give: (() => T) | null = null;

  constructor(name: string, coroutine: LoopCoroutine<T>) {
    this.name = name;
    this.coroutine = coroutine;
  }

  whenDone(tell: () => void): void {
    if (this.give) tell();
    else this.#waiting.push(tell);
  }

  end(give: () => T, wake: NonNullable<Task<T>['wake']>): void {
    this.give = give;
    this.wake = wake;
    this.#waiting.forEach((tell) => tell());
  }
}

export class EventLoop {
  clock: LoopClock;
  readyHead: Note | null = null;
  timerHead: Note | null = null;
  number = 1;

  constructor(clock: LoopClock) {
    this.clock = clock;
  }

  createTask<T>(coroutine: LoopCoroutine<T>, options?: { readonly name?: string }): Task<T> {
    const task = new Task(options?.name ?? `Task-${this.number++}`, coroutine);
    this.soon(() => this.step(task as Task<unknown>, () => coroutine.next()));
    return task;
  }

  run<T>(main: LoopCoroutine<T>): T {
    const task = this.createTask(main, { name: 'main' });
    for (;;) {
      if (task.give) return task.give();
      const due = this.timerHead;
      if (due && due.due <= this.clock.now()) {
        this.timerHead = due.next;
        this.soon(due.go);
      } else if (this.readyHead) {
        const { go } = this.readyHead;
        this.readyHead = this.readyHead.next;
        go();
      } else if (due) {
        this.clock.waitUntil(due.due);
      } else {
        throw new Error('deadlock');
      }
    }
  }

  soon(go: () => void): void {
    this.readyHead = append(this.readyHead, { due: 0, go, next: null });
  }

  later(due: number, go: () => void): void {
    this.timerHead = append(this.timerHead, { due, go, next: null });
  }

  step(task: Task<unknown>, proceed: () => IteratorResult<Sleep | Task<unknown>, unknown>): void {
    try {
      const { done, value } = proceed();
      if (done) {
        task.end(() => value, (coroutine) => coroutine.next(value));
      } else if (value instanceof Task) {
        value.whenDone(() => this.soon(() => this.step(task, () => value.wake?.(task.coroutine) ?? task.coroutine.next())));
      } else {
        this.later(this.clock.now() + (value as Sleep).sleepMs, () => this.step(task, () => task.coroutine.next()));
      }
    } catch (error) {
      const fail = (): never => {
        throw error;
      };
      task.end(fail, (coroutine) => coroutine.throw(error));
    }
  }
}

/** Behind every note that is due no later. */
function append(head: Note | null, note: Note): Note {
  if (!head || head.due > note.due) return { ...note, next: head };
  return { ...head, next: append(head.next, note) };
}
