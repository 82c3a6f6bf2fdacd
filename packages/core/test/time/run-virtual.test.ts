import { coroutine, createTask, DeadlockError, run, RuntimeError, runVirtual, sleep, stopwatch, VirtualClock } from '@teatime/core';
import { describe, expect, test, vi } from 'vitest';

const realSetTimeout = setTimeout;

test('a day of sleep takes no time, and exactly a day', async () => {
  const day = 24 * 60 * 60 * 1000;
  const elapsed = await runVirtual(async () => {
    const watch = stopwatch();
    await sleep(day);
    return watch();
  });
  expect(elapsed).toBe(day);
});

test('runs a coroutine, or what a function returns', async () => {
  expect(await runVirtual(coroutine(() => 'tea')())).toBe('tea');
  expect(await runVirtual(() => coroutine(() => 'tea')())).toBe('tea');
  expect(await runVirtual(() => run(coroutine(() => 'tea')()))).toBe('tea');
});

test('rejects with what main throws, at once or later', async () => {
  const later = async (): Promise<void> => {
    await sleep(10);
    throw new Error('no tea');
  };
  const atOnce = (): Promise<void> => {
    throw new Error('no tea');
  };
  await expect(runVirtual(later)).rejects.toThrow('no tea');
  await expect(runVirtual(atOnce)).rejects.toThrow('no tea');
});

test('everything that is ready runs before time goes on', async () => {
  await runVirtual(async () => {
    const log: string[] = [];
    setTimeout(() => log.push('timer'), 1);
    let chain = Promise.resolve();
    for (let link = 0; link < 1000; link++) chain = chain.then(() => {});
    process.nextTick(() => log.push('next tick'));
    await chain;
    log.push('chain');
    await sleep(5);
    expect(log).toEqual(['chain', 'next tick', 'timer']);
  });
});

test('timers of the same instant are turns of their own: what one wakes runs before the next fires', async () => {
  await runVirtual(async () => {
    const log: string[] = [];
    const nap = async (name: string): Promise<void> => {
      await sleep(10);
      log.push(`${name} wakes`);
      await Promise.resolve();
      await Promise.resolve();
      log.push(`${name} gets up`);
    };
    await Promise.all([nap('a'), nap('b')]);
    expect(log).toEqual(['a wakes', 'a gets up', 'b wakes', 'b gets up']);
  });
});

test('an error in the callback of a timer ends the run', async () => {
  const main = async (): Promise<void> => {
    setTimeout(() => {
      throw new Error('dropped a cup');
    }, 10);
    await sleep(1000);
  };
  await expect(runVirtual(main)).rejects.toThrow('dropped a cup');
  expect(setTimeout).toBe(realSetTimeout);
});

test('timers that are left when main ends stay where they can be seen', async () => {
  const clock = new VirtualClock();
  const callback = vi.fn();
  await runVirtual(
    () => {
      setInterval(callback, 100);
      setTimeout(callback, 5000);
      return Promise.resolve();
    },
    { clock },
  );
  expect(clock.pending).toBe(2);
  expect(callback).not.toHaveBeenCalled();
});

test('the same clock can be used again, and goes on where it was', async () => {
  const clock = new VirtualClock();
  await runVirtual(() => sleep(10), { clock });
  await runVirtual(() => sleep(10), { clock });
  expect(clock.elapsed()).toBe(20);
});

test.each([
  ['main returns', () => Promise.resolve('tea')],
  ['main throws', () => Promise.reject(new Error('no tea'))],
  ['main is stuck', () => new Promise(() => {})],
])('globals are put back when %s', async (_, main) => {
  await runVirtual(main).catch(() => {});
  expect(setTimeout).toBe(realSetTimeout);
  expect(Object.hasOwn(performance, 'now')).toBe(false);
});

test('runVirtual inside of runVirtual is refused', async () => {
  await expect(runVirtual(() => runVirtual(() => Promise.resolve('tea')))).rejects.toThrow(RuntimeError);
  expect(await runVirtual(() => Promise.resolve('tea'))).toBe('tea');
});

describe('a deadlock', () => {
  test('is reported at once, with the names of those who wait', async () => {
    const waits = coroutine(() => new Promise(() => {}));
    const main = async (): Promise<void> => {
      const tasks = [createTask(waits(), { name: 'kettle' }), createTask(waits(), { name: 'music' })];
      await sleep(10);
      await Promise.all(tasks);
    };
    const error: unknown = await runVirtual(main).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DeadlockError);
    expect(error).toMatchObject({
      name: 'DeadlockError',
      message: 'everything waits and no timer is set, so nothing can ever go on; still waiting: kettle, music',
      tasks: ['kettle', 'music'],
    });
  });

  test('names the tasks of a run inside, and not more than five', async () => {
    const waits = coroutine(() => new Promise(() => {}));
    const main = coroutine(async () => {
      await Promise.all(Array.from({ length: 7 }, () => createTask(waits())));
    });
    await expect(runVirtual(() => run(main()))).rejects.toThrow(
      'still waiting: Task-1, Task-2, Task-3, Task-4, Task-5 and 3 more',
    );
  });

  test('without tasks has no names to give', async () => {
    await expect(runVirtual(() => new Promise(() => {}))).rejects.toThrow(/so nothing can ever go on$/);
  });

  test('is none when something moved that no timer knows of', async () => {
    const letter = Promise.withResolvers<string>();
    const whenStuck = vi.fn(() => {
      letter.resolve('a letter');
      return Promise.resolve(true);
    });
    expect(await runVirtual(() => letter.promise, { whenStuck })).toBe('a letter');
    expect(whenStuck).toHaveBeenCalledTimes(1);
  });

  test('is no deadlock while other threads work; time stands still until they are done', async () => {
    let working: Promise<void> | undefined;
    const elapsed = await runVirtual(async () => {
      const watch = stopwatch();
      const timer = sleep(10);
      await (working = new Promise((resolve) => realSetTimeout(resolve, 1)));
      working = undefined;
      const workTook = watch();
      await timer;
      return [workTook, watch()];
    }, { realWork: () => working });
    expect(elapsed).toEqual([0, 10]);
  });

  test('whenStuck is asked until it gives up, and may answer without a promise', async () => {
    const answers = [true, true, false];
    const whenStuck = vi.fn(() => answers.shift() ?? false);
    await expect(runVirtual(() => new Promise(() => {}), { whenStuck })).rejects.toThrow(DeadlockError);
    expect(whenStuck).toHaveBeenCalledTimes(3);
  });
});

test.each([
  ['sleep(0)', () => sleep(0)],
  ['setTimeout', () => new Promise((resolve) => setTimeout(resolve))],
  ['setImmediate', () => new Promise((resolve) => setImmediate(resolve))],
])('polling with %s ends', async (_, poll) => {
  const elapsed = await runVirtual(async () => {
    const letters: string[] = [];
    setTimeout(() => letters.push('a letter'), 2000);
    while (letters.length === 0) await poll();
    return performance.now();
  });
  expect(elapsed).toBe(2000);
});

test('a loop of empty awaits that watches the time ends', async () => {
  const clock = new VirtualClock();
  const main = async (): Promise<void> => {
    const end = Date.now() + 3000;
    while (Date.now() < end) await Promise.resolve();
  };
  await runVirtual(main, { clock });
  expect(clock.busyWaitedMs).toBe(3000);
});

test('a hundred thousand timers at the same time', async () => {
  let fired = 0;
  await runVirtual(async () => {
    await Promise.all(Array.from({ length: 100_000 }, (_, index) => sleep((index * 7919) % 10_007).then(() => fired++)));
  });
  expect(fired).toBe(100_000);
});
