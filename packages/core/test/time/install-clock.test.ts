import { promisify } from 'node:util';
import { currentClock, installClock, stopwatch, systemClock, VirtualClock } from '@teatime/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { callUntyped } from '../support/call-untyped.ts';

const start = Date.UTC(2026, 0, 5, 6, 30);
const RealDate = Date;

let clock: VirtualClock;
let restore: () => void;

beforeEach(() => {
  clock = new VirtualClock({ start });
  restore = installClock(clock);
});

afterEach(() => {
  restore();
});

/** Lets time go on by `ms`, and fires what is due by then. */
function pass(ms: number): void {
  const end = start + clock.elapsed() + ms;
  clock.setTimer(() => {}, ms);
  while (clock.nextAt !== undefined && clock.nextAt <= end) clock.advance();
}

describe('installing', () => {
  test('makes the clock the current one, until it is restored', () => {
    expect(currentClock()).toBe(clock);
    restore();
    expect(currentClock()).toBe(systemClock);
  });

  test('restoring puts back every global exactly as it was', () => {
    restore();
    const names = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'Date'];
    const look = (): unknown[] => [
      ...names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name)),
      Object.getOwnPropertyDescriptors(Date.prototype),
      Object.getOwnPropertyDescriptors(Temporal.Now),
      Object.getOwnPropertyDescriptors(Intl.DateTimeFormat.prototype),
      Object.getOwnPropertyDescriptor(performance, 'now'),
      Object.getOwnPropertyDescriptor(AbortSignal, 'timeout'),
    ];
    const before = look();
    const putBack = installClock(clock);
    expect(look()).not.toEqual(before);
    putBack();
    expect(look()).toEqual(before);
  });

  test('restoring twice has no effect on what was installed since', () => {
    restore();
    const other = new VirtualClock();
    const restoreOther = installClock(other);
    restore();
    expect(currentClock()).toBe(other);
    restoreOther();
  });

  test('clocks can be stacked', () => {
    const restoreInner = installClock(new VirtualClock({ start: 0 }));
    expect(Date.now()).toBe(0);
    restoreInner();
    expect(Date.now()).toBe(start);
  });

  test('restoring takes off what was installed since and forgotten', () => {
    const restoreInner = installClock(new VirtualClock({ start: 0 }));
    restore();
    expect(currentClock()).toBe(systemClock);
    expect(Date).toBe(RealDate);
    restoreInner();
    expect(currentClock()).toBe(systemClock);
  });

  test('leaves queueMicrotask alone', async () => {
    const callback = vi.fn();
    queueMicrotask(callback);
    await Promise.resolve();
    expect(callback).toHaveBeenCalledTimes(1);
  });
});

describe('timers', () => {
  test('setTimeout calls back once, with its extra arguments', () => {
    const callback = vi.fn();
    setTimeout(callback, 100, 'tea', 2);
    pass(99);
    expect(callback).not.toHaveBeenCalled();
    pass(500);
    expect(callback.mock.calls).toEqual([['tea', 2]]);
  });

  test('setInterval calls back again and again, until it is cleared, also from its own callback', () => {
    const elapsed = stopwatch();
    const beats: number[] = [];
    const interval = setInterval(() => {
      beats.push(elapsed());
      if (beats.length === 3) clearInterval(interval);
    }, 100);
    while (clock.advance());
    expect(beats).toEqual([100, 200, 300]);
    expect(clock.pending).toBe(0);
  });

  test('an interval outlives a callback that throws', () => {
    const interval = setInterval(() => {
      throw new Error('dropped a cup');
    }, 100);
    expect(() => clock.advance()).toThrow('dropped a cup');
    expect(clock.pending).toBe(1);
    clearInterval(interval);
  });

  test('setImmediate is a timer of no length', () => {
    const log: string[] = [];
    setTimeout(() => log.push('timeout'), 0);
    setImmediate((word: string) => log.push(word), 'immediate');
    clearImmediate(setImmediate(() => log.push('cleared')));
    while (clock.advance());
    expect(log).toEqual(['immediate', 'timeout']);
  });

  test.each([[0], [-5], [Number.NaN], [2 ** 31], [undefined], ['tea'], [0.5]])('a delay of %s is 1 ms, as in Node', (ms) => {
    callUntyped(setTimeout, () => {}, ms);
    expect(clock.nextAt).toBe(start + 1);
  });

  test.each([['250', 250], [1.9, 1], [2 ** 31 - 1, 2 ** 31 - 1]])('a delay of %s is %s ms, as in Node', (ms, length) => {
    callUntyped(setTimeout, () => {}, ms);
    expect(clock.nextAt).toBe(start + length);
  });

  test.each(['setTimeout', 'setInterval', 'setImmediate'] as const)('%s refuses what it cannot call back, at once', (name) => {
    expect(() => callUntyped(globalThis[name], 'alert()')).toThrow(TypeError);
    expect(clock.pending).toBe(0);
  });

  test.each(['clearTimeout', 'clearInterval', 'clearImmediate'] as const)('%s takes anything', (name) => {
    for (const nothing of [undefined, null, 0, 12345, 'tea', {}]) {
      expect(() => callUntyped(globalThis[name], nothing)).not.toThrow();
    }
  });

  test('a timer can be cleared by its handle, its number or its number as a string, and by either function', () => {
    clearTimeout(setTimeout(() => {}, 10));
    clearTimeout(Number(setTimeout(() => {}, 10)));
    clearTimeout(String(Number(setTimeout(() => {}, 10))));
    clearInterval(setTimeout(() => {}, 10));
    clearTimeout(setInterval(() => {}, 10));
    expect(clock.pending).toBe(0);
  });

  test('the handle has what a handle in Node has', () => {
    const callback = vi.fn();
    const handle = setTimeout(callback, 100);
    expect(handle.hasRef()).toBe(true);
    expect(handle.unref()).toBe(handle);
    expect(handle.hasRef()).toBe(false);
    expect(handle.ref().hasRef()).toBe(true);

    pass(60);
    handle.refresh();
    pass(60);
    expect(callback).not.toHaveBeenCalled();
    pass(40);
    expect(callback).toHaveBeenCalledTimes(1);

    handle.refresh();
    pass(100);
    expect(callback).toHaveBeenCalledTimes(2);

    handle.close();
    handle.refresh();
    expect(clock.pending).toBe(0);
  });

  test('a handle that goes out of use clears its timer', () => {
    {
      using _timeout = setTimeout(() => {}, 10);
      using _immediate = setImmediate(() => {});
      expect(clock.pending).toBe(2);
    }
    expect(clock.pending).toBe(0);
  });

  test('the callback has the handle as its `this`, as in Node', () => {
    const seen: unknown[] = [];
    const handle = setTimeout(function (this: unknown) {
      seen.push(this);
    }, 1);
    clock.advance();
    expect(seen).toEqual([handle]);
  });

  test('util.promisify makes them promises', async () => {
    const log: string[] = [];
    void promisify(setTimeout)(10, 'tea').then((value) => log.push(value));
    void promisify(setImmediate)('now').then((value) => log.push(value));
    clock.advance();
    clock.advance();
    await Promise.resolve();
    await Promise.resolve();
    expect(log).toEqual(['now', 'tea']);
  });

  test('AbortSignal.timeout aborts on the clock', () => {
    const signal = AbortSignal.timeout(100);
    pass(99);
    expect(signal.aborted).toBe(false);
    pass(1);
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
  });

  test('AbortSignal.timeout and timers that were unrefed keep nobody waiting', () => {
    AbortSignal.timeout(100);
    const timer = setTimeout(() => {}, 100).unref();
    const interval = setInterval(() => {}, 50).unref();
    const immediate = setImmediate(() => {}).unref();
    expect([clock.pending, timer.hasRef()]).toEqual([0, false]);
    pass(60);
    expect(clock.pending).toBe(0);
    for (const one of [timer.refresh(), interval]) one.ref();
    expect([clock.pending, timer.hasRef(), immediate.hasRef()]).toEqual([2, true, false]);
  });
});

describe('Date', () => {
  test('tells the time of the clock', () => {
    pass(1500);
    expect(Date.now()).toBe(start + 1500);
    expect(new Date().getTime()).toBe(start + 1500);
    expect(new Date().toISOString()).toBe('2026-01-05T06:30:01.500Z');
  });

  test('can be called as a function, which gives a string', () => {
    expect(callUntyped(Date)).toBe(new RealDate(start).toString());
  });

  test.each([[[0]], [['2026-01-01T00:00:00Z']], [[2026, 0, 5, 7]], [[new RealDate(7)]], [[undefined]]])(
    'new Date(...%j) is what it always was',
    (args) => {
      const expected: Date = Reflect.construct(RealDate, args);
      const date: Date = Reflect.construct(Date, args);
    expect(date.getTime()).toBe(expected.getTime());
    },
  );

  test('keeps parse, UTC, its name and its length', () => {
    expect(Date.parse('2026-01-01T00:00:00Z')).toBe(Date.UTC(2026, 0, 1));
    expect([Date.name, Date.length]).toEqual(['Date', 7]);
  });

  test('instanceof works in both directions', () => {
    expect(new RealDate()).toBeInstanceOf(Date);
    expect(new Date()).toBeInstanceOf(RealDate);
    expect({}).not.toBeInstanceOf(Date);
  });

  test('a date knows the Date that made it, so nobody falls back to real time by accident', () => {
    expect(new Date().constructor).toBe(Date);
    expect(Object.getPrototypeOf(Date)).toBe(Function.prototype);
    expect(Reflect.get(Date.prototype, 'constructor')).toBe(Date);
  });

  test('can be extended', () => {
    class TeaTime extends Date {
      get isTeaTime(): boolean {
        return this.getUTCHours() === 6;
      }
    }
    expect(new TeaTime().isTeaTime).toBe(true);
    expect(new TeaTime()).toBeInstanceOf(TeaTime);
    expect(new Date()).not.toBeInstanceOf(TeaTime);
  });

  test('a loop that watches Date or performance ends, and is counted', () => {
    const end = Date.now() + 1000;
    while (Date.now() < end);
    clock.beginTurn();
    const later = performance.now() + 500;
    while (performance.now() < later);
    expect(clock.busyWaitedMs).toBe(1500);
  });
});

describe('What else tells the time', () => {
  test('Temporal.Now tells that of the clock', () => {
    pass(1500);
    expect(Temporal.Now.instant().epochMilliseconds).toBe(start + 1500);
    expect(Temporal.Now.zonedDateTimeISO('UTC').toString()).toBe('2026-01-05T06:30:01.5+00:00[UTC]');
    expect(Temporal.Now.plainDateTimeISO('UTC').toString()).toBe('2026-01-05T06:30:01.5');
    expect(Temporal.Now.plainDateISO('UTC').toString()).toBe('2026-01-05');
    expect(Temporal.Now.plainTimeISO('UTC').toString()).toBe('06:30:01.5');
    expect(Temporal.Now.zonedDateTimeISO().timeZoneId).toBe(Temporal.Now.timeZoneId());
  });

  test('Intl.DateTimeFormat that is given no time tells that of the clock', () => {
    pass(1500);
    const format = new Intl.DateTimeFormat('en', { timeStyle: 'medium', timeZone: 'UTC' });
    expect(format.format()).toBe(format.format(start + 1500));
    expect([undefined].map(format.format)).toEqual([format.format(start + 1500)]);
    expect(format.formatToParts()).toEqual(format.formatToParts(start + 1500));
    expect(format.format(0)).not.toBe(format.format());
  });

  test('a loop that watches it ends, and is counted', () => {
    const end = Temporal.Now.instant().epochMilliseconds + 1000;
    while (Temporal.Now.instant().epochMilliseconds < end);
    expect(clock.busyWaitedMs).toBe(1000);
  });
});

test('performance.now counts from when the clock was installed', () => {
  expect(performance.now()).toBe(0);
  pass(250);
  expect(performance.now()).toBe(250);
});
