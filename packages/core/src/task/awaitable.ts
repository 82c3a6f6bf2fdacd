import type { Coroutine } from './coroutine.ts';
import type { Task } from './task.ts';

/**
 * Whatever `await` gets a T from: a coroutine, a task, a promise. Mirrors `collections.abc.Awaitable`.
 *
 * @example
 * const items: readonly Awaitable<string>[] = [kettle().boil(), createTask(kettle().boil()), Promise.resolve('tea')];
 * for (const item of items) console.log(await item);
 */
export type Awaitable<T> = Coroutine<T> | PromiseLike<T>;

/**
 * A task that has ended, with its outcome. What `asCompleted` yields: a bare task would be unwrapped on its way out of
 * an async generator, and its name would be lost. In asyncio, `asyncio.as_completed` gives the tasks themselves.
 *
 * @example
 * const boiling = createTask(kettle().boil(), { name: 'kettle' });
 * const done: Completion<string> = { task: boiling, status: 'fulfilled', value: await boiling };
 * console.log(done.task.name, done.value);
 */
export type Completion<T> = { readonly task: Task<T> } & PromiseSettledResult<T>;
