import { VirtualClock } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimerHeap } from '../../src/clock/timer-heap.ts';

const delays = fc.array(fc.nat({ max: 50 }), { maxLength: 200 });

test('timers fire in the order of a stable sort by deadline', () => {
  fc.assert(
    fc.property(delays, (list) => {
      const clock = new VirtualClock();
      const fired: number[] = [];
      list.forEach((ms, index) => clock.setTimer(() => fired.push(index), ms));
      while (clock.advance());
      const expected = list.map((ms, index) => ({ ms, index })).toSorted((a, b) => a.ms - b.ms);
      expect(fired).toEqual(expected.map(({ index }) => index));
    }),
  );
});

test('what is cleared never fires, everything else does, and nothing is left', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 50 }), fc.boolean()), { maxLength: 200 }), (list) => {
      const clock = new VirtualClock();
      const fired = new Set<number>();
      const ids = list.map(([ms], index) => clock.setTimer(() => fired.add(index), ms));
      list.forEach(([, cleared], index) => {
        const id = ids[index];
        if (cleared && id !== undefined) clock.clearTimer(id);
      });
      const kept = list.flatMap(([, cleared], index) => (cleared ? [] : [index]));
      expect(clock.pending).toBe(kept.length);
      while (clock.advance());
      expect([...fired].toSorted((a, b) => a - b)).toEqual(kept);
      expect(clock.pending).toBe(0);
    }),
  );
});

/** What a program does each time a timer fires, and how deep it goes. */
interface Step {
  readonly delays: readonly number[];
  readonly blocks: number;
  /** Which of the timers set so far is cleared: the n-th, counted around. */
  readonly clears: number | undefined;
}

const step: fc.Arbitrary<Step> = fc.record({
  delays: fc.array(fc.nat({ max: 20 }), { maxLength: 3 }),
  blocks: fc.oneof(fc.constant(0), fc.nat({ max: 15 })),
  clears: fc.option(fc.nat({ max: 100 }), { nil: undefined }),
});

interface Machine {
  setTimer(callback: () => void, ms: number): number;
  clearTimer(id: number): void;
  block(ms: number): void;
  advance(): boolean;
  elapsed(): number;
}

/** The clock as it would be written without a thought for speed. */
class SimpleClock implements Machine {
  #now = 0;
  #count = 0;
  #timers: { readonly id: number; readonly at: number; readonly callback: () => void }[] = [];

  setTimer(callback: () => void, ms: number): number {
    this.#timers.push({ id: ++this.#count, at: this.#now + ms, callback });
    this.#timers.sort((a, b) => a.at - b.at || a.id - b.id);
    return this.#count;
  }

  clearTimer(id: number): void {
    this.#timers = this.#timers.filter((timer) => timer.id !== id);
  }

  block(ms: number): void {
    this.#now += ms;
  }

  advance(): boolean {
    const timer = this.#timers.shift();
    if (timer === undefined) return false;
    this.#now = Math.max(this.#now, timer.at);
    timer.callback();
    return true;
  }

  elapsed(): number {
    return this.#now;
  }
}

/** Runs a program of nested timers and says what happened when. */
function perform(program: readonly Step[], machine: Machine): string[] {
  const log: string[] = [];
  const ids: number[] = [];
  let next = 0;
  const begin = (): void => {
    const step = program[next++];
    if (step === undefined) return;
    for (const ms of step.delays) {
      const id = machine.setTimer(() => {
        log.push(`${id} at ${machine.elapsed()}`);
        begin();
      }, ms);
      ids.push(id);
    }
    machine.block(step.blocks);
    const cleared = step.clears === undefined ? undefined : ids[step.clears % Math.max(1, ids.length)];
    if (cleared !== undefined) machine.clearTimer(cleared);
  };
  begin();
  while (machine.advance());
  return [...log, `over at ${machine.elapsed()}`];
}

test('random programs of nested timers, blocks and clears run as on a simple clock', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (program) => {
      expect(perform(program, new VirtualClock())).toEqual(perform(program, new SimpleClock()));
    }),
    { numRuns: 300 },
  );
});

test('the work for n timers grows with n log n: comparisons are counted, not milliseconds', () => {
  const comparisonsFor = (count: number): number => {
    let looks = 0;
    const heap = new TimerHeap();
    for (let id = 0; id < count; id++) {
      const at = (id * 7919) % 10_007;
      heap.add({
        id,
        index: 0,
        get at() {
          looks++;
          return at;
        },
      });
    }
    while (heap.first !== undefined) heap.remove(heap.first);
    return looks;
  };
  for (const count of [1000, 10_000, 100_000]) {
    expect(comparisonsFor(count)).toBeLessThan(12 * count * Math.log2(count));
  }
});
