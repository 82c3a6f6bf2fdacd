import { CancelledError, coroutine, createTask, currentTask, run, RuntimeError, runVirtual, sleep } from '@teatime/core';
import { afterEach, expect, test, vi } from 'vitest';
import { callUntyped } from '../support/call-untyped.ts';

const nothing = coroutine(async () => {});
const silently = { onNeverAwaited: (): void => {} };

afterEach(() => {
  vi.restoreAllMocks();
});

test('run gives what main returns', async () => {
  const main = coroutine(() => 'tea');
  expect(await run(main())).toBe('tea');
});

test('run rejects with what main throws', async () => {
  const main = coroutine(() => Promise.reject(new Error('no tea')));
  await expect(run(main())).rejects.toThrow('no tea');
});

test('main is a task of its own, Task-1', async () => {
  const main = coroutine(() => currentTask()?.name);
  expect(await run(main())).toBe('Task-1');
});

test('run inside of run is refused', async () => {
  const main = coroutine(() => run(nothing(), silently));
  await expect(run(main(), silently)).rejects.toThrow(RuntimeError);
  await expect(run(main(), silently)).rejects.toThrow('cannot be called while another run() is going on');
});

test('run can be called again when it is over, well or not', async () => {
  await expect(run(coroutine(() => Promise.reject(new Error('no tea')))())).rejects.toThrow();
  expect(await run(coroutine(() => 'tea')())).toBe('tea');
});

test('run refuses what is not a coroutine, and one that was awaited', async () => {
  await expect(callUntyped(run, Promise.resolve())).rejects.toThrow('a coroutine was expected, got Promise');
  await expect(callUntyped(run, nothing)).rejects.toThrow('call the function, run(');
  const used = nothing();
  await used;
  await expect(run(used)).rejects.toThrow('cannot reuse already awaited coroutine');
});

test('at its end, run cancels the tasks that are left and waits for those that listen', async () => {
  await runVirtual(async () => {
    const log: string[] = [];
    const listens = coroutine(async () => {
      const signal = currentTask()?.signal;
      try {
        await sleep(5000, { signal });
      } finally {
        await sleep(30);
        log.push(`tidied up at ${performance.now()}`);
      }
    });
    const main = coroutine(async () => {
      createTask(listens());
      createTask(coroutine(async () => sleep(5000))());
      await sleep(100);
      log.push('main is over');
    });
    await run(main());
    log.push(`run is over at ${performance.now()}`);
    expect(log).toEqual(['main is over', 'tidied up at 130', 'run is over at 130']);
  });
});

test('tasks that are created while others clean up may do their work; what is left after that is cancelled, too', async () => {
  await runVirtual(async () => {
    const log: string[] = [];
    const flush = coroutine(async () => {
      await sleep(10);
      log.push('flushed');
    });
    const forever = coroutine(async () => {
      const signal = currentTask()?.signal;
      await sleep(1_000_000, { signal }).finally(() => log.push('stopped'));
    });
    const worker = coroutine(async () => {
      const signal = currentTask()?.signal;
      await sleep(5000, { signal }).catch(() => {});
      createTask(forever());
      await createTask(flush());
    });
    const main = coroutine(async () => {
      createTask(worker());
      await sleep(1);
    });
    await run(main());
    expect(log).toEqual(['flushed', 'stopped']);
    expect(performance.now()).toBe(11);
  });
});

test('a signal cancels main, which may clean up; run ends as main does', async () => {
  await runVirtual(async () => {
    const stop = new AbortController();
    const log: string[] = [];
    const main = coroutine(async () => {
      const signal = currentTask()?.signal;
      await sleep(5000, { signal }).finally(() => sleep(30));
    });
    setTimeout(() => stop.abort(), 100);
    await run(main(), { signal: stop.signal }).catch((error: unknown) => log.push(error instanceof CancelledError ? 'cancelled' : 'failed'));
    log.push(`over at ${performance.now()}`);
    const stubborn = coroutine(async () => {
      await sleep(50, { signal: currentTask()?.signal }).catch(() => {});
      return 'tea all the same';
    });
    const again = new AbortController();
    setTimeout(() => again.abort(), 10);
    log.push(await run(stubborn(), { signal: again.signal }));
    expect(log).toEqual(['cancelled', 'over at 130', 'tea all the same']);
  });
});

test('main does not begin when the signal has aborted before, and is left alone when it aborts too late', async () => {
  let begun = false;
  const main = coroutine(() => {
    begun = true;
  });
  await expect(run(main(), { signal: AbortSignal.abort() })).rejects.toThrow(CancelledError);
  expect(begun).toBe(false);
  const late = new AbortController();
  expect(await run(coroutine(() => 'tea')(), { signal: late.signal })).toBe('tea');
  late.abort();
});

test('coroutines that were called and never awaited are reported at the end, in the order of their calls', async () => {
  const reported: string[] = [];
  const boilWater = coroutine(function boilWater() {
    return 'hot water';
  });
  const listenToMusic = coroutine(function listenToMusic() {
    return 'music';
  });
  const main = coroutine(async () => {
    boilWater();
    await boilWater();
    createTask(boilWater());
    createTask(boilWater()).cancel();
    boilWater().close();
    listenToMusic();
  });
  await run(main(), { onNeverAwaited: (message) => reported.push(message) });
  expect(reported).toEqual(["coroutine 'boilWater' was never awaited", "coroutine 'listenToMusic' was never awaited"]);
});

test('one without a name is reported with advice on how to find it', async () => {
  const onNeverAwaited = vi.fn();
  const boilWater = coroutine(() => 'hot water');
  const main = coroutine(() => {
    boilWater();
  });
  await run(main(), { onNeverAwaited });
  expect(onNeverAwaited.mock.calls).toEqual([[expect.stringMatching(/'<anonymous>' was never awaited; .*give its function a name/)]]);
});

test('they are reported on the console, unless told otherwise, and when main fails, too', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const boilWater = coroutine(function boilWater() {
    return 'hot water';
  });
  const main = coroutine(() => {
    boilWater();
    throw new Error('no tea');
  });
  await expect(run(main())).rejects.toThrow('no tea');
  expect(warn.mock.calls).toEqual([["coroutine 'boilWater' was never awaited"]]);
});

test('a run that is stuck on a virtual clock does not stand in the way of the next one', async () => {
  const stuck = coroutine(() => new Promise(() => {}));
  await expect(runVirtual(() => run(stuck()))).rejects.toThrow('everything waits and no timer is set');
  expect(await run(coroutine(() => 'tea')())).toBe('tea');
});
