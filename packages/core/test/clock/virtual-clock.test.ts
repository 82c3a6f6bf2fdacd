import { type ClockEvent, VirtualClock } from '@teatime/core';
import { describe, expect, test, vi } from 'vitest';

function advanceAll(clock: VirtualClock): void {
  while (clock.advance());
}

test('time stands still until it is told to go on', () => {
  const clock = new VirtualClock({ start: 1000 });
  clock.setTimer(() => {}, 50);
  expect([clock.now(), clock.now(), clock.elapsed(), clock.nextAt]).toEqual([1000, 1000, 0, 1050]);
});

test('advancing jumps to the next timer and fires that one alone', () => {
  const clock = new VirtualClock({ start: 1000 });
  const fired: [string, number][] = [];
  for (const [name, ms] of [['late', 50], ['early', 20], ['early too', 20]] as const) {
    clock.setTimer(() => fired.push([name, clock.now()]), ms);
  }
  expect(clock.advance()).toBe(true);
  expect(fired).toEqual([['early', 1020]]);
  expect(clock.pending).toBe(2);

  advanceAll(clock);
  expect(fired).toEqual([['early', 1020], ['early too', 1020], ['late', 1050]]);
  expect([clock.advance(), clock.pending, clock.nextAt]).toEqual([false, 0, undefined]);
});

test('a timer that is cleared does not fire and is forgotten at once', () => {
  const clock = new VirtualClock();
  const callback = vi.fn();
  const id = clock.setTimer(callback, 10);
  clock.clearTimer(id);
  clock.clearTimer(id);
  expect(clock.pending).toBe(0);
  advanceAll(clock);
  expect(callback).not.toHaveBeenCalled();
});

test('a timer that keeps nobody waiting is not counted, and fires all the same', () => {
  const clock = new VirtualClock();
  const fired: string[] = [];
  const timer = (name: string, ms: number): number => clock.setTimer(() => fired.push(name), ms);
  const [first, second, cleared] = [timer('first', 10), timer('second', 20), timer('cleared', 30)];
  for (const id of [first, second, second, cleared]) clock.keepWaiting(id, false);
  expect(clock.pending).toBe(0);
  clock.keepWaiting(second, true);
  clock.clearTimer(cleared);
  expect(clock.pending).toBe(1);
  advanceAll(clock);
  expect(fired).toEqual(['first', 'second']);
  clock.keepWaiting(second, true);
  expect(clock.pending).toBe(0);
});

test('blocking moves time and fires nothing; what came due meanwhile fires late, and time does not go back', () => {
  const clock = new VirtualClock({ start: 0 });
  const fired: [number, number][] = [];
  for (const ms of [30, 10, 200]) clock.setTimer(() => fired.push([ms, clock.now()]), ms);
  clock.block(100);
  expect([clock.now(), clock.nextAt, fired.length]).toEqual([100, 10, 0]);

  advanceAll(clock);
  expect(fired).toEqual([[10, 100], [30, 100], [200, 200]]);
  expect(clock.blockedMs).toBe(100);
});

test('a callback that throws throws out of advance, and the clock goes on after it', () => {
  const clock = new VirtualClock();
  const callback = vi.fn();
  clock.setTimer(() => {
    throw new Error('dropped a cup');
  }, 10);
  clock.setTimer(callback, 20);
  expect(() => clock.advance()).toThrow('dropped a cup');
  advanceAll(clock);
  expect(callback).toHaveBeenCalledTimes(1);
  expect(clock.elapsed()).toBe(20);
});

test('time is counted in whole milliseconds', () => {
  const clock = new VirtualClock();
  clock.setTimer(() => {}, 1.1 * 1000);
  clock.advance();
  expect(clock.elapsed()).toBe(1100);
});

test.each([Number.NaN, -1, 2 ** 31])('a timer of %s ms is refused', (ms) => {
  const clock = new VirtualClock();
  expect(() => clock.setTimer(() => {}, ms)).toThrow(RangeError);
  expect(() => clock.block(ms)).toThrow(RangeError);
});

describe('waiting by reading the time', () => {
  test('is free for 200 reads a turn', () => {
    const clock = new VirtualClock({ start: 0 });
    for (let read = 0; read < 200; read++) clock.now();
    expect([clock.elapsed(), clock.busyWaitedMs]).toEqual([0, 0]);
    clock.beginTurn();
    for (let read = 0; read < 200; read++) clock.now();
    expect([clock.elapsed(), clock.busyWaitedMs]).toEqual([0, 0]);
  });

  test('takes a millisecond a read after that, so a busy loop ends, and is counted', () => {
    const clock = new VirtualClock({ start: 0 });
    const fired = vi.fn();
    clock.setTimer(fired, 10);
    while (clock.now() < 3000);
    expect([clock.elapsed(), clock.busyWaitedMs, clock.blockedMs]).toEqual([3000, 3000, 3000]);
    expect(fired).not.toHaveBeenCalled();
  });

  test('is not what elapsed() does', () => {
    const clock = new VirtualClock();
    for (let read = 0; read < 1000; read++) clock.elapsed();
    expect(clock.elapsed()).toBe(0);
  });
});

describe('waiting by timers of no length', () => {
  test('takes a millisecond each after 1,000 in a row, so that what is waited for can come', () => {
    const clock = new VirtualClock();
    let ready = false;
    let polls = 0;
    clock.setTimer(() => {
      ready = true;
    }, 3000);
    const poll = (): void => {
      polls++;
      if (!ready) clock.setTimer(poll, 0);
    };
    clock.setTimer(poll, 0);
    advanceAll(clock);
    expect([polls, clock.elapsed()]).toEqual([4000, 3000]);
  });

  test('any number of them side by side take no time', () => {
    const clock = new VirtualClock();
    for (let timer = 0; timer < 5000; timer++) clock.setTimer(() => clock.setTimer(() => {}, 0), 0);
    advanceAll(clock);
    expect(clock.elapsed()).toBe(0);
  });
});

test('whoever listens is told of everything that happens to the clock', () => {
  const events: ClockEvent[] = [];
  const clock = new VirtualClock({ start: 0, onEvent: (event) => events.push(event) });
  const id = clock.setTimer(() => {}, 10);
  clock.clearTimer(clock.setTimer(() => {}, 20));
  clock.block(5);
  while (clock.now() < 8);
  clock.advance();
  expect(events).toEqual([
    { type: 'timer.set', id, at: 10 },
    { type: 'timer.set', id: id + 1, at: 20 },
    { type: 'timer.clear', id: id + 1 },
    { type: 'block', ms: 5 },
    { type: 'block', ms: 3 },
    { type: 'timer.fire', id },
  ]);
});
