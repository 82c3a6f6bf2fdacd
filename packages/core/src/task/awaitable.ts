import type { Coroutine } from './coroutine.ts';
import type { Task } from './task.ts';

/** Whatever `await` gets a T from: a coroutine, a task, a promise. */
export type Awaitable<T> = Coroutine<T> | PromiseLike<T>;

/**
 * A task that has ended, with its outcome. What `asCompleted` yields: a bare task would be unwrapped on its way out of
 * an async generator, and its name would be lost.
 */
export type Completion<T> = { readonly task: Task<T> } & PromiseSettledResult<T>;
