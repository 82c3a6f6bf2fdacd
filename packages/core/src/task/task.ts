import { currentRecorder } from '../timeline/recorder.ts';
import type { Coroutine } from './coroutine.ts';
import { CancelledError, InvalidStateError } from './errors.ts';
import { currentLoop, type Loop, noteTaken } from './loop.ts';

type Outcome<T> =
  | { readonly status: 'fulfilled'; readonly value: T }
  | { readonly status: 'rejected'; readonly reason: unknown }
  | { readonly status: 'cancelled'; readonly reason: unknown };

/** Written as methods, so that a task of strings is also a task of anything. */
interface Settle<T> {
  resolve(value: T): void;
  reject(reason: unknown): void;
}

/**
 * A coroutine that the event loop runs beside everything else: named, awaitable, cancellable. Mirrors `asyncio.Task`.
 * Made by `createTask`.
 *
 * A task that fails while nobody looks at it (awaits it, or asks for its result or its exception) is an unhandled
 * rejection, as asyncio says "Task exception was never retrieved".
 *
 * @example
 * const boiling: Task<string> = createTask(kettle().boil());
 * console.log(boiling.done()); // false
 * console.log(await boiling, boiling.done()); // hot water true
 */
export class Task<T> implements PromiseLike<T> {
  readonly #loop: Loop;
  readonly #key: string;
  readonly #promise: Promise<T>;
  readonly #settle: Settle<T>;
  #name: string;
  #begun = false;
  #outcome: Outcome<T> | undefined;
  #cancellation: CancelledError | undefined;
  #controller: AbortController | undefined;

  constructor(coroutine: Coroutine<T>, name?: string) {
    const { promise, ...settle } = Promise.withResolvers<T>();
    this.#promise = promise;
    this.#settle = settle;
    this.#loop = currentLoop();
    this.#key = this.#loop.nextKey();
    this.#name = name ?? this.#loop.nextName();
    this.#loop.tasks.add(this);
    currentRecorder()?.record({ type: 'task.create', task: this.#key, name: this.#name, by: currentTaskKey() });
    noteTaken(coroutine);
    queueMicrotask(() => this.#begin(coroutine));
  }

  /** `Task-1`, `Task-2` and so on, unless `createTask` or `setName` was given another. */
  get name(): string {
    return this.#name;
  }

  /** Renames the task. Anything is turned into a string, as `asyncio.Task.set_name` does: `setName(42)` stores `'42'`. */
  setName(name: unknown): void {
    this.#name = String(name);
    currentRecorder()?.record({ type: 'task.rename', task: this.#key, name: this.#name });
  }

  /** Whether the task has ended: with a result, with an error, or cancelled. */
  done(): boolean {
    return this.#outcome !== undefined;
  }

  /** Whether the task has ended as cancelled. Still false right after `cancel`: the task has to get there first. */
  cancelled(): boolean {
    return this.#outcome?.status === 'cancelled';
  }

  /**
   * Asks the task to stop. Mirrors `asyncio.Task.cancel`, as far as JavaScript, which cannot throw into a suspended
   * function, lets it:
   *
   * - A task that has not begun never runs its body.
   * - When somebody has asked for the task's {@link signal}, the signal aborts with a CancelledError and the task ends as
   *   its body does: one that swallows the cancellation and returns, wins.
   * - Otherwise the body cannot hear of it. The task ends as cancelled on the next microtask; the body is orphaned: it
   *   runs on by itself, and what it returns or throws is dropped.
   *
   * Only the first call has an effect. Tasks that the body awaits are not cancelled along, unlike in asyncio: JavaScript
   * does not tell what a function waits for. Hand the signal on.
   *
   * @param message the message of the CancelledError
   * @returns false when the task has already ended
   */
  cancel(message?: string): boolean {
    if (this.#outcome !== undefined) return false;
    if (this.#cancellation !== undefined) return true;
    const cancellation = new CancelledError(message);
    this.#cancellation = cancellation;
    currentRecorder()?.record({ type: 'task.cancel', task: this.#key });
    if (this.#controller !== undefined) this.#controller.abort(cancellation);
    else if (this.#begun) queueMicrotask(() => this.#end({ status: 'cancelled', reason: cancellation }));
    return true;
  }

  /**
   * Aborts when the task is cancelled; the reason is the CancelledError. A body takes it from `currentTask()` before its
   * first `await` and hands it to `sleep`, `fetch` and whatever else listens to signals.
   *
   * Asking for it is a promise to react: a task whose signal was never asked for is cancelled without its body.
   */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#cancellation !== undefined) this.#controller.abort(this.#cancellation);
    }
    return this.#controller.signal;
  }

  /**
   * The result, once there is one.
   *
   * @throws InvalidStateError while the task runs
   * @throws the task's own error, when it failed, or the CancelledError
   */
  result(): T {
    const outcome = this.#ended('result');
    if (outcome.status === 'fulfilled') return outcome.value;
    this.#lookAt();
    throw outcome.reason;
  }

  /**
   * The error that the task failed with, or undefined when it did not fail.
   *
   * @throws InvalidStateError while the task runs
   * @throws CancelledError when it was cancelled
   */
  exception(): unknown {
    const outcome = this.#ended('exception');
    if (outcome.status === 'fulfilled') return undefined;
    this.#lookAt();
    if (outcome.status === 'cancelled') throw outcome.reason;
    return outcome.reason;
  }

  /** Waits for the task. Unlike a coroutine, a task can be awaited any number of times. */
  then<R1 = T, R2 = never>(
    onFulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onRejected?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    return this.#promise.then(onFulfilled, onRejected);
  }

  catch<R = never>(onRejected?: ((reason: unknown) => R | PromiseLike<R>) | null): Promise<T | R> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then((value) => value).finally(onFinally);
  }

  #begin(coroutine: Coroutine<T>): void {
    if (this.#cancellation !== undefined) {
      coroutine.close();
      this.#end({ status: 'cancelled', reason: this.#cancellation });
      return;
    }
    this.#begun = true;
    const recorder = currentRecorder();
    recorder?.record({ type: 'task.step.begin', task: this.#key });
    try {
      runAs(this, this.#key, () => {
        coroutine.then(
          (value) => this.#end({ status: 'fulfilled', value }),
          (reason: unknown) => this.#fail(reason),
        );
      });
    } catch (error) {
      this.#fail(error);
    }
    recorder?.record({ type: 'task.step.end', task: this.#key });
  }

  #fail(reason: unknown): void {
    this.#end({ status: reason instanceof CancelledError ? 'cancelled' : 'rejected', reason });
  }

  #end(outcome: Outcome<T>): void {
    if (this.#outcome !== undefined) return;
    this.#outcome = outcome;
    currentRecorder()?.record({ type: 'task.done', task: this.#key, status: outcome.status });
    if (outcome.status === 'fulfilled') this.#settle.resolve(outcome.value);
    else this.#settle.reject(outcome.reason);
    // Nobody has to look at a task that was cancelled.
    if (outcome.status === 'cancelled') this.#lookAt();
    this.#loop.ended(this);
  }

  #ended(what: string): Outcome<T> {
    if (this.#outcome !== undefined) return this.#outcome;
    throw new InvalidStateError(`task '${this.#name}' has no ${what} yet: it still runs. Await it first`);
  }

  /** A rejection that was looked at is not an unhandled one. */
  #lookAt(): void {
    this.#promise.catch(() => {});
  }
}

interface Running {
  readonly task: Task<unknown>;
  /** What the timeline knows the task by. */
  readonly key: string;
}

let running: Running | undefined;

/**
 * The task whose body is running, as `asyncio.current_task` gives it.
 *
 * JavaScript does not tell who continues after an `await`, so this is known only in the first part of a task's body,
 * up to its first `await`; after that, and outside of tasks, it is undefined. Ask at the top of the body and keep the answer.
 *
 * @example
 * const boilWater = coroutine(async () => {
 *   const signal = currentTask()?.signal; // before the first await
 *   await sleep(seconds(3), { signal });
 * });
 * createTask(boilWater()).cancel();
 */
export function currentTask(): Task<unknown> | undefined {
  return running?.task;
}

/** What the timeline knows the current task by; null when there is none. */
export function currentTaskKey(): string | null {
  return running?.key ?? null;
}

/** Runs a part of the task's body, in which it is the current task. */
function runAs(task: Task<unknown>, key: string, part: () => void): void {
  const outer = running;
  running = { task, key };
  try {
    part();
  } finally {
    running = outer;
  }
}
