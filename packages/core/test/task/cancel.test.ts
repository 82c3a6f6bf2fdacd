import { CancelledError, coroutine, createTask, currentTask, runVirtual, sleep } from '@teatime/core';
import { expect, test, vi } from 'vitest';

/** Sleeps, and listens to its cancellation while it does. */
const listeningNap = coroutine(async (ms: number) => {
  await sleep(ms, { signal: currentTask()?.signal });
  return 'slept well';
});

const deafNap = coroutine(async (ms: number, after: () => void = () => {}) => {
  await sleep(ms);
  after();
});

test('a task that is cancelled before it begins never runs its body', async () => {
  const body = vi.fn(async () => {});
  const nap = coroutine(body)();
  const task = createTask(nap);

  expect(task.cancel()).toBe(true);
  await expect(task.then()).rejects.toThrow(CancelledError);
  expect(task.cancelled()).toBe(true);
  expect(body).not.toHaveBeenCalled();
  expect(nap.isUsedUp).toBe(true);
});

test('cancelled() is still false right after cancel()', async () => {
  await runVirtual(async () => {
    const task = createTask(deafNap(1000));
    await Promise.resolve();
    task.cancel();
    expect([task.done(), task.cancelled()]).toEqual([false, false]);
    await expect(task.then()).rejects.toThrow(CancelledError);
    expect([task.done(), task.cancelled()]).toEqual([true, true]);
  });
});

test('cancel() has nothing to do when the task has ended', async () => {
  const task = createTask(coroutine(() => 'tea')());
  await task;
  expect(task.cancel()).toBe(false);
  expect(task.cancelled()).toBe(false);
});

test('a body that never asked for its signal is left alone: its task ends at once, the body runs on', async () => {
  await runVirtual(async () => {
    const after = vi.fn();
    const task = createTask(deafNap(1000, after));
    await sleep(100);
    task.cancel();
    await expect(task.then()).rejects.toThrow(CancelledError);

    expect(Date.now()).toBe(Date.UTC(2026, 0, 1, 6, 30) + 100);
    await sleep(1000);
    expect(after).toHaveBeenCalledTimes(1);
  });
});

test('a body that listens to its signal is woken, and its timer is cleared', async () => {
  await runVirtual(async () => {
    const task = createTask(listeningNap(1000));
    await sleep(100);
    task.cancel('time to get up');

    await expect(task.then()).rejects.toThrow(new CancelledError('time to get up'));
    expect(task.cancelled()).toBe(true);
    expect(() => task.result()).toThrow(CancelledError);
    expect(() => task.exception()).toThrow('time to get up');
  });
});

test('the task waits for the cleaning up of a body that listens', async () => {
  await runVirtual(async () => {
    const tidy = coroutine(async () => {
      const signal = currentTask()?.signal;
      try {
        await sleep(1000, { signal });
      } finally {
        await sleep(50);
      }
    });
    const task = createTask(tidy());
    await sleep(100);
    task.cancel();
    await expect(task.then()).rejects.toThrow(CancelledError);
    expect(performance.now()).toBe(150);
  });
});

test('a body that swallows its cancellation wins', async () => {
  await runVirtual(async () => {
    const stubborn = coroutine(async () => {
      const signal = currentTask()?.signal;
      return sleep(1000, { signal }).catch(() => 'no, I stay');
    });
    const task = createTask(stubborn());
    await sleep(100);
    task.cancel();
    expect(await task).toBe('no, I stay');
    expect(task.cancelled()).toBe(false);
  });
});

test('what a body throws instead of its cancellation is how the task fails', async () => {
  await runVirtual(async () => {
    const clumsy = coroutine(async () => {
      await sleep(1000, { signal: currentTask()?.signal }).catch(() => {
        throw new Error('dropped a cup');
      });
    });
    const task = createTask(clumsy());
    await Promise.resolve();
    task.cancel();
    await expect(task.then()).rejects.toThrow('dropped a cup');
    expect(task.cancelled()).toBe(false);
  });
});

test('a body that throws a CancelledError by itself is cancelled', async () => {
  const task = createTask(
    coroutine(() => {
      throw new CancelledError();
    })(),
  );
  await expect(task.then()).rejects.toThrow('the task was cancelled');
  expect(task.cancelled()).toBe(true);
});

test('a second cancel() changes nothing', async () => {
  const task = createTask(listeningNap(1000));
  expect([task.cancel('first'), task.cancel('second')]).toEqual([true, true]);
  await expect(task.then()).rejects.toThrow('first');
});

test('the signal of a task that is being cancelled has aborted', async () => {
  const task = createTask(listeningNap(1000));
  task.cancel('enough');
  expect(task.signal.aborted).toBe(true);
  expect(task.signal.reason).toEqual(new CancelledError('enough'));
  await task.catch(() => {});
});

test('a task may cancel itself, and ends as cancelled even when its body returns at once', async () => {
  const task = createTask(
    coroutine(() => {
      currentTask()?.cancel();
      return 'too late';
    })(),
  );
  await expect(task.then()).rejects.toThrow(CancelledError);
});

test('nobody has to look at a task that was cancelled', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  createTask(deafNap(0)).cancel();
  const begun = createTask(listeningNap(1000));
  await Promise.resolve();
  begun.cancel();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
