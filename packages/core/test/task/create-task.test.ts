import { coroutine, createTask, currentTask, InvalidStateError, run, RuntimeError, runVirtual, sleep, type Task } from '@teatime/core';
import { expect, test, vi } from 'vitest';
import { callUntyped } from '../support/call-untyped.ts';

const answer = coroutine((value: unknown) => value);

test('a task begins on its own, but not at once', async () => {
  const body = vi.fn(async () => {});
  const task = createTask(coroutine(body)());
  expect(body).not.toHaveBeenCalled();

  await Promise.resolve();
  expect(body).toHaveBeenCalledTimes(1);
  await task;
});

test('tasks begin in the order in which they were created', async () => {
  const begun: number[] = [];
  const begin = coroutine((n: number) => begun.push(n));
  await Promise.all([1, 2, 3, 4].map((n) => createTask(begin(n))));
  expect(begun).toEqual([1, 2, 3, 4]);
});

test('tasks run beside each other', async () => {
  const elapsed = await runVirtual(async () => {
    const start = Date.now();
    const nap = coroutine(async (ms: number) => sleep(ms));
    const tasks = [createTask(nap(3000)), createTask(nap(2000))];
    for (const task of tasks) await task;
    return Date.now() - start;
  });
  expect(elapsed).toBe(3000);
});

test('a task can be awaited any number of times', async () => {
  const task = createTask(answer('tea'));
  expect([await task, await task]).toEqual(['tea', 'tea']);
});

test('tasks are named Task-1, Task-2 and so on, in every run anew; a name that was given uses up no number', async () => {
  const names = coroutine(async () => {
    const tasks = [createTask(answer(1)), createTask(answer(2), { name: 'tea' }), createTask(answer(3))];
    await Promise.all(tasks);
    return tasks.map(({ name }) => name);
  });

  // Task-1 is the main coroutine, as in asyncio.
  expect(await run(names())).toEqual(['Task-2', 'tea', 'Task-3']);
  expect(await run(names())).toEqual(['Task-2', 'tea', 'Task-3']);
});

test('setName turns anything into a string', async () => {
  const task = createTask(answer(1));
  task.setName(42);
  expect(task.name).toBe('42');
  await task;
});

test.each([
  ['a promise', Promise.resolve(), 'a coroutine was expected, got Promise: it runs already; wrap the async function in coroutine()'],
  ['a function', function boilWater(): string { return 'hot water'; }, 'a coroutine was expected, got function boilWater: call the function, createTask(boilWater())'],
  ['nothing', undefined, 'a coroutine was expected, got undefined: pass what a coroutine function returns, createTask(boilWater())'],
  ['a string', 'tea', 'a coroutine was expected, got the string "tea"'],
  ['a bare object', Object.create(null), 'a coroutine was expected, got an object'],
])('createTask refuses %s and says what to do', (_, value, message) => {
  expect(() => callUntyped(createTask, value)).toThrow(TypeError);
  expect(() => callUntyped(createTask, value)).toThrow(message);
});

test('createTask refuses a task and says that it runs already', async () => {
  const task = createTask(answer('tea'));
  expect(() => callUntyped(createTask, task)).toThrow('got Task: it is a task already, await it');
  await task;
});

test('createTask refuses a coroutine that was awaited, at once', async () => {
  const coroutineOnce = answer('tea');
  await coroutineOnce;
  expect(() => createTask(coroutineOnce)).toThrow(new RuntimeError('cannot reuse already awaited coroutine'));
});

test('of two tasks for the same coroutine, the second one fails', async () => {
  const shared = answer('tea');
  const tasks = [createTask(shared), createTask(shared)];
  const outcomes = await Promise.allSettled(tasks);
  expect(outcomes).toMatchObject([
    { status: 'fulfilled', value: 'tea' },
    { status: 'rejected', reason: expect.any(RuntimeError) },
  ]);
});

test('result() and exception() give how a task ended, and refuse before that', async () => {
  const good = createTask(answer('tea'));
  const bad = createTask(coroutine(() => Promise.reject(new Error('no tea')))());
  expect(() => good.result()).toThrow(InvalidStateError);
  expect(() => bad.exception()).toThrow("task 'Task-");
  expect([good.done(), bad.done()]).toEqual([false, false]);

  await Promise.allSettled([good, bad]);
  expect(good.result()).toBe('tea');
  expect(good.exception()).toBeUndefined();
  expect(() => bad.result()).toThrow('no tea');
  expect(bad.exception()).toEqual(new Error('no tea'));
  expect([good.done(), bad.done(), bad.cancelled()]).toEqual([true, true, false]);
});

test('catch and finally work as those of a promise', async () => {
  const seen: string[] = [];
  const fails = coroutine(() => Promise.reject(new Error('no tea')));
  expect(await createTask(fails()).catch(() => 'coffee')).toBe('coffee');
  expect(await createTask(answer('tea')).finally(() => seen.push('done'))).toBe('tea');
  await expect(createTask(fails()).finally(() => seen.push('failed'))).rejects.toThrow('no tea');
  expect(seen).toEqual(['done', 'failed']);
});

test('a task that fails while nobody looks is an unhandled rejection; one that is looked at is not', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => {
    unhandled.push(reason);
  };
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
  try {
    const fails = coroutine((what: string) => Promise.reject(new Error(what)));
    createTask(fails('nobody looks'));
    const watched = createTask(fails('somebody looks'));
    while (!watched.done()) await Promise.resolve();
    watched.exception();
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([new Error('nobody looks')]);
  } finally {
    process.off('unhandledRejection', note);
    for (const listener of others) process.on('unhandledRejection', listener);
  }
});

test('currentTask is the task, up to the first await of its body', async () => {
  const seen: (Task<unknown> | undefined)[] = [];
  const task: Task<void> = createTask(
    coroutine(async () => {
      seen.push(currentTask());
      await Promise.resolve();
      seen.push(currentTask());
    })(),
  );
  expect(currentTask()).toBeUndefined();
  await task;
  expect(seen).toEqual([task, undefined]);
});
