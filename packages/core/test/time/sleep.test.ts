import { blockFor, CancelledError, currentClock, runVirtual, seconds, sleep, stopwatch, systemClock, VirtualClock } from '@teatime/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { callUntyped } from '../support/call-untyped.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('sleep', () => {
  test('takes its time, and lets other things happen meanwhile', async () => {
    await runVirtual(async () => {
      const elapsed = stopwatch();
      await Promise.all([sleep(seconds(3)), sleep(seconds(2))]);
      expect(elapsed()).toBe(3000);
    });
  });

  test('of no length is one turn of the loop', async () => {
    await runVirtual(async () => {
      const log: string[] = [];
      const first = sleep(0).then(() => log.push('first'));
      const second = sleep(0).then(() => log.push('second'));
      await Promise.resolve();
      expect(log).toEqual([]);
      await Promise.all([first, second]);
      expect(log).toEqual(['first', 'second']);
      expect(performance.now()).toBe(0);
    });
  });

  test.each([
    [Number.NaN, RangeError, 'sleep() cannot wait for NaN: a calculation went wrong before it'],
    [-1, RangeError, 'sleep() cannot wait for -1 ms: a time is never negative'],
    [2 ** 31, RangeError, 'sleep() cannot wait for 2147483648 ms: timers count to 2147483647 ms (24.8 days)'],
    [Infinity, RangeError, 'sleep() cannot wait for Infinity ms'],
    ['3', TypeError, "sleep() takes a number of milliseconds, got '3'"],
    [undefined, TypeError, 'sleep() takes a number of milliseconds, got undefined'],
    [3n, TypeError, 'sleep() takes a number of milliseconds, got 3'],
  ])('refuses %s', async (ms, kind, message) => {
    await expect(callUntyped(sleep, ms)).rejects.toThrow(kind);
    await expect(callUntyped(sleep, ms)).rejects.toThrow(message);
  });

  test('takes up to 2^31-1 ms', async () => {
    await runVirtual(async () => {
      await sleep(2 ** 31 - 1);
      expect(performance.now()).toBe(2 ** 31 - 1);
    });
  });

  test('a signal ends it early, with its own reason, and clears the timer', async () => {
    const clock = new VirtualClock();
    await runVirtual(
      async () => {
        const controller = new AbortController();
        const sleeping = sleep(1000, { signal: controller.signal });
        await sleep(100);
        controller.abort(new CancelledError('wake up'));
        await expect(sleeping).rejects.toThrow('wake up');
        expect(clock.elapsed()).toBe(100);
        expect(clock.pending).toBe(0);
      },
      { clock },
    );
  });

  test('a signal that has aborted ends it before it begins', async () => {
    const clock = new VirtualClock();
    const sleeping = runVirtual(() => sleep(1000, { signal: AbortSignal.abort(new Error('never mind')) }), { clock });
    await expect(sleeping).rejects.toThrow('never mind');
    expect(clock.pending).toBe(0);
  });

  test('leaves nothing behind on a signal that outlives it', async () => {
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    await runVirtual(() => sleep(1000, { signal }));
    expect(remove.mock.calls).toEqual(add.mock.calls.map(([type, listener]) => [type, listener]));
  });
});

describe('the system clock', () => {
  test('goes by the global timers of the moment, so fake ones from a test library work', async () => {
    vi.useFakeTimers();
    const awake = vi.fn();
    const sleeping = sleep(1000).then(awake);
    await vi.advanceTimersByTimeAsync(999);
    expect(awake).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await sleeping;
    expect(awake).toHaveBeenCalledTimes(1);
  });

  test('measures with Date', () => {
    vi.useFakeTimers({ now: 5000 });
    const elapsed = stopwatch();
    expect(systemClock.now()).toBe(5000);
    vi.advanceTimersByTime(250);
    expect(elapsed()).toBe(250);
  });

  test('forgets timers that are cleared, and does not mind those it never had', () => {
    vi.useFakeTimers();
    const callback = vi.fn();
    systemClock.clearTimer(systemClock.setTimer(callback, 10));
    systemClock.clearTimer(-1);
    vi.advanceTimersByTime(100);
    expect(callback).not.toHaveBeenCalled();
  });

  test('is current unless another one is installed', () => {
    expect(currentClock()).toBe(systemClock);
  });
});

describe('blockFor', () => {
  test('holds up everything: timers that are due meanwhile are late', async () => {
    const clock = new VirtualClock();
    const wokenAt = await runVirtual(
      async () => {
        const elapsed = stopwatch();
        const sleeping = sleep(100).then(elapsed);
        blockFor(1000);
        return sleeping;
      },
      { clock },
    );
    expect(wokenAt).toBe(1000);
    expect(clock.blockedMs).toBe(1000);
  });

  test('ends under fake timers that stand still', () => {
    vi.useFakeTimers();
    blockFor(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends where a thread may not be put to sleep, as on a web page', () => {
    vi.stubGlobal('Atomics', undefined);
    expect(() => blockFor(1)).not.toThrow();
    vi.unstubAllGlobals();
  });

  test('refuses what sleep refuses', () => {
    expect(() => blockFor(-1)).toThrow(RangeError);
    expect(() => callUntyped(blockFor, '1')).toThrow(new TypeError("blockFor() takes a number of milliseconds, got '1'"));
  });
});

test.each([
  [3, 3000],
  [1.1, 1100],
  [0.0005, 0.5],
  [-1, -1000],
])('seconds(%s) is %s', (count, ms) => {
  expect(seconds(count)).toBe(ms);
});
