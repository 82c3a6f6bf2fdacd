import { alreadyAwaited, Coroutine } from './coroutine.ts';
import { describe } from './describe.ts';
import { RuntimeError } from './errors.ts';
import { Task } from './task.ts';

/**
 * What a task may be given beside its coroutine.
 *
 * @example
 * const options: TaskOptions = { name: 'kettle' };
 * console.log(createTask(kettle().boil(), options).name); // kettle
 */
export interface TaskOptions {
  /** Shown wherever the task is; `Task-1`, `Task-2` and so on when not given. */
  readonly name?: string | undefined;
}

/**
 * Has the event loop run a coroutine beside everything else. Its body begins as soon as the running code pauses, on a
 * microtask, in the order of creation. Mirrors `asyncio.create_task`.
 *
 * @throws TypeError when the argument is no coroutine
 * @throws RuntimeError when the coroutine was awaited before
 *
 * @example
 * const [boiling, playing] = [createTask(kettle().boil()), createTask(music().listen())];
 * await boiling; // 3 s
 * await playing; // no longer: it ran beside the kettle
 */
export function createTask<T>(coroutine: Coroutine<T>, options: TaskOptions = {}): Task<T> {
  requireCoroutine(coroutine, 'createTask');
  if (coroutine.isUsedUp) throw new RuntimeError(alreadyAwaited);
  return new Task(coroutine, options.name);
}

/** @throws TypeError that says what to pass instead */
export function requireCoroutine(value: unknown, caller: 'createTask' | 'run'): void {
  if (value instanceof Coroutine) return;
  throw new TypeError(`a coroutine was expected, got ${describe(value)}: ${advice(value, caller)}`);
}

function advice(value: unknown, caller: string): string {
  if (typeof value === 'function') return `call the function, ${caller}(${value.name || 'fn'}())`;
  if (value instanceof Task) return 'it is a task already, await it';
  if (isThenable(value)) return 'it runs already; wrap the async function in coroutine() to get one that can wait, or await it';
  return `pass what a coroutine function returns, ${caller}(boilWater())`;
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
