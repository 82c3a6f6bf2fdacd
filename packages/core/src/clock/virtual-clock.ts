import type { Clock } from './clock.ts';
import { requireDuration } from './duration.ts';
import { type HeapTimer, TimerHeap } from './timer-heap.ts';

/**
 * How a virtual clock begins, and who hears of what happens to it.
 *
 * @example
 * const options: VirtualClockOptions = { start: Date.UTC(2026, 0, 5), onEvent: ({ type }) => console.log(type) };
 * const clock = new VirtualClock(options);
 */
export interface VirtualClockOptions {
  /** The time that the clock begins at, in milliseconds since 1970; 1 January 2026, 06:30 UTC when not given. */
  readonly start?: number;
  /** Told of everything that happens to the clock, as it happens. */
  readonly onEvent?: (event: ClockEvent) => void;
}

/**
 * What happens to a virtual clock. `at` and `ms` are milliseconds, `at` since the clock began.
 *
 * @example
 * const events: ClockEvent[] = [];
 * const clock = new VirtualClock({ onEvent: (event) => events.push(event) });
 * await runVirtual(kettle().boil(), { clock });
 * console.log(events.map(({ type }) => type)); // timer.set, timer.fire
 */
export type ClockEvent =
  | { readonly type: 'timer.set'; readonly id: number; readonly at: number }
  | { readonly type: 'timer.fire'; readonly id: number }
  | { readonly type: 'timer.clear'; readonly id: number }
  /** The thread was held up, by `block` or by reading the time again and again, until now. */
  | { readonly type: 'block'; readonly ms: number };

interface VirtualTimer extends HeapTimer {
  readonly callback: () => void;
  /** How many timers of no length, each set by the one before, end with this one. */
  readonly chain: number;
  /** Whether somebody waits for it. */
  keepsWaiting: boolean;
}

/** Reads of the time within one turn that are free; from then on every read takes a millisecond. */
const freeReads = 200;

/** Timers of no length, each set by the one before, that take no time; from then on every one takes a millisecond. */
const freeChain = 1000;

/**
 * A clock that stands still until it is told to go on, and then jumps to the next timer: hours pass in no time, and the
 * same program always takes exactly the same time. Timers due at the same instant fire in the order they were set. It
 * counts whole milliseconds: a delay is rounded.
 *
 * Two rules keep programs that wait by working from never ending. Reading the time takes 1 ms a read after 200 reads
 * within one turn, so `while (Date.now() < end);` ends, as it would in reality. And in a chain of timers of no length,
 * each set by the one before, every one after the first 1,000 takes 1 ms, so `while (!ready) await sleep(0);` ends too.
 *
 * @example
 * const clock = new VirtualClock();
 * clock.setTimer(() => console.log('The water boils!'), 3000);
 * clock.advance();
 * console.log(clock.elapsed()); // 3000
 */
export class VirtualClock implements Clock {
  readonly #start: number;
  readonly #onEvent: ((event: ClockEvent) => void) | undefined;
  readonly #heap = new TimerHeap<VirtualTimer>();
  readonly #timers = new Map<number, VirtualTimer>();
  #elapsed = 0;
  #pending = 0;
  #lastId = 0;
  #reads = 0;
  #chain = 0;
  #busyWaitedMs = 0;
  #blockedMs = 0;

  constructor(options: VirtualClockOptions = {}) {
    this.#start = options.start ?? Date.UTC(2026, 0, 1, 6, 30);
    this.#onEvent = options.onEvent;
  }

  /** The number of timers that are set, but for those that keep nobody waiting. */
  get pending(): number {
    return this.#pending;
  }

  /** When the next timer is due, in milliseconds since 1970; in the past if it was held up, undefined if there is none. */
  get nextAt(): number | undefined {
    const next = this.#heap.first;
    return next && this.#start + next.at;
  }

  /** Milliseconds that programs spent reading the time again and again. */
  get busyWaitedMs(): number {
    return this.#busyWaitedMs;
  }

  /** Milliseconds in which nothing else could run: `block`, and the busy waiting. */
  get blockedMs(): number {
    return this.#blockedMs + this.#busyWaitedMs;
  }

  /** The time now; from the 201st read within a turn on, every read takes 1 ms. */
  now(): number {
    this.#reads++;
    if (this.#reads > freeReads) {
      this.#elapsed++;
      this.#busyWaitedMs++;
    }
    return this.#start + this.#elapsed;
  }

  elapsed(): number {
    return this.#elapsed;
  }

  setTimer(callback: () => void, ms: number): number {
    requireDuration(ms, 'setTimer()');
    const length = Math.round(ms);
    const chain = length === 0 ? this.#chain + 1 : 0;
    const delay = chain > freeChain ? 1 : length;
    const timer = { id: ++this.#lastId, at: this.#elapsed + delay, index: 0, callback, chain, keepsWaiting: true };
    this.#heap.add(timer);
    this.#timers.set(timer.id, timer);
    this.#pending++;
    this.#onEvent?.({ type: 'timer.set', id: timer.id, at: timer.at });
    return timer.id;
  }

  clearTimer(id: number): void {
    const timer = this.#timers.get(id);
    if (timer === undefined) return;
    this.#forget(timer);
    this.#onEvent?.({ type: 'timer.clear', id });
  }

  keepWaiting(id: number, keeps: boolean): void {
    const timer = this.#timers.get(id);
    if (timer === undefined || timer.keepsWaiting === keeps) return;
    timer.keepsWaiting = keeps;
    this.#pending += keeps ? 1 : -1;
  }

  block(ms: number): void {
    requireDuration(ms, 'block()');
    const length = Math.round(ms);
    this.#elapsed += length;
    this.#blockedMs += length;
    this.#onEvent?.({ type: 'block', ms: length });
  }

  /** Begins a new turn of the loop, in which reading the time is free again. */
  beginTurn(): void {
    if (this.#reads > freeReads) this.#onEvent?.({ type: 'block', ms: this.#reads - freeReads });
    this.#reads = 0;
  }

  /**
   * Begins a new turn: jumps to the next deadline, unless it has passed, and fires the one timer that is first.
   *
   * @returns false when there is no timer
   * @throws what the timer's callback throws; the clock can go on after that
   */
  advance(): boolean {
    const timer = this.#heap.first;
    if (timer === undefined) return false;
    this.#forget(timer);
    this.beginTurn();
    this.#elapsed = Math.max(this.#elapsed, timer.at);
    this.#chain = timer.chain;
    this.#onEvent?.({ type: 'timer.fire', id: timer.id });
    timer.callback();
    return true;
  }

  #forget(timer: VirtualTimer): void {
    this.#heap.remove(timer);
    this.#timers.delete(timer.id);
    if (timer.keepsWaiting) this.#pending--;
  }
}
