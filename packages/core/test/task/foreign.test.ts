import { Coroutine, createTask, run, Task } from '@teatime/core';
import { expect, test, vi } from 'vitest';

// Two copies of this package can meet in one program. What comes from the other copy inherits from the class here,
// so that `instanceof` holds, and brings its members along; it was never built by a constructor of this copy.

function foreignCoroutine(body: () => Promise<unknown>): Coroutine<unknown> {
  const then: PromiseLike<unknown>['then'] = (onFulfilled, onRejected) => body().then(onFulfilled, onRejected);
  const foreign: Coroutine<unknown> = Object.create(Coroutine.prototype, { name: { value: 'boilWater' }, then: { value: then } });
  return foreign;
}

function foreignTask(result: Promise<unknown>): Task<unknown> {
  const then: PromiseLike<unknown>['then'] = (onFulfilled, onRejected) => result.then(onFulfilled, onRejected);
  const foreign: Task<unknown> = Object.create(Task.prototype, { name: { value: 'tea' }, then: { value: then } });
  return foreign;
}

test('a coroutine from another copy becomes a task, started through its `then` alone', async () => {
  const body = vi.fn(() => Promise.resolve('hot water'));
  const task = createTask(foreignCoroutine(body), { name: 'water' });
  expect(body).not.toHaveBeenCalled();
  expect(await task).toBe('hot water');
  expect(body).toHaveBeenCalledTimes(1);
});

test('a coroutine from another copy can be the main one', async () => {
  expect(await run(foreignCoroutine(() => Promise.resolve('tea')))).toBe('tea');
});

test('a task for a coroutine from another copy can be cancelled before it begins', async () => {
  const body = vi.fn(async () => {});
  const task = createTask(foreignCoroutine(body));
  task.cancel();
  await expect(task.then()).rejects.toThrow('cancelled');
  expect(body).not.toHaveBeenCalled();
});

test('a `then` that throws fails the task', async () => {
  const broken: Coroutine<unknown> = Object.create(Coroutine.prototype, {
    name: { value: 'broken' },
    then: {
      value: () => {
        throw new Error('no tea');
      },
    },
  });
  await expect(createTask(broken).then()).rejects.toThrow('no tea');
});

test('a task from another copy has catch and finally', async () => {
  const last = vi.fn();
  expect(await foreignTask(Promise.reject(new Error('no tea'))).catch(() => 'coffee')).toBe('coffee');
  expect(await foreignTask(Promise.resolve('tea')).finally(last)).toBe('tea');
  expect(last).toHaveBeenCalledTimes(1);
});
