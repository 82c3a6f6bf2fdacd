import type { Clock } from './clock.ts';
import { requireDuration } from './duration.ts';
import { type HeapTimer, TimerHeap } from './timer-heap.ts';

export interface VirtualClockOptions {
  /** The time that the clock begins at, in milliseconds since 1970; 1 January 2026, 06:30 UTC when not given. */
  readonly start?: number;
  /** Told of everything that happens to the clock, as it happens. */
  readonly onEvent?: (event: ClockEvent) => void;
}

/** What happens to a virtual clock. `at` and `ms` are milliseconds, `at` since the clock began. */
export type ClockEvent =
  | { readonly type: 'timer.set'; readonly id: number; readonly at: number }
  | { readonly type: 'timer.fire'; readonly id: number }
  | { readonly type: 'timer.clear'; readonly id: number }
  | { readonly type: 'block'; readonly ms: number };

interface VirtualTimer extends HeapTimer {
  readonly callback: () => void;
  /** How many timers of no length led to this one without time moving. */
  readonly chain: number;
}

/** Reads of the time within one turn that are free; from then on every read takes a millisecond. */
const freeReads = 200;

/** Timers of no length, each set by the one before, that may pass within one instant; the next one takes a millisecond. */
const longestChain = 1000;

/**
 * A clock that stands still until it is told to go on, and then jumps to the next timer: hours pass in no time, and the
 * same program always takes exactly the same time. Timers due at the same instant fire in the order they were set. It
 * counts whole milliseconds: a delay is rounded.
 *
 * Two rules keep programs that wait by working from never ending. Reading the time takes 1 ms a read after 200 reads
 * within one turn, so `while (Date.now() < end);` ends, as it would in reality. And a chain of more than 1,000 timers of
 * no length moves time by 1 ms, so `while (!ready) await sleep(0);` gets to see what it waits for.
 */
export class VirtualClock implements Clock {
  readonly #start: number;
  readonly #onEvent: ((event: ClockEvent) => void) | undefined;
  readonly #heap = new TimerHeap<VirtualTimer>();
  readonly #timers = new Map<number, VirtualTimer>();
  #elapsed = 0;
  #lastId = 0;
  #reads = 0;
  #chain = 0;
  #busyWaitedMs = 0;
  #blockedMs = 0;

  constructor(options: VirtualClockOptions = {}) {
    this.#start = options.start ?? Date.UTC(2026, 0, 1, 6, 30);
    this.#onEvent = options.onEvent;
  }

  /** The number of timers that are set. */
  get pending(): number {
    return this.#heap.size;
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
    const chain = this.#chain + 1;
    const delay = Math.round(ms) || (chain > longestChain ? 1 : 0);
    const timer = { id: ++this.#lastId, at: this.#elapsed + delay, index: 0, callback, chain };
    this.#heap.add(timer);
    this.#timers.set(timer.id, timer);
    this.#onEvent?.({ type: 'timer.set', id: timer.id, at: timer.at });
    return timer.id;
  }

  clearTimer(id: number): void {
    const timer = this.#timers.get(id);
    if (timer === undefined) return;
    this.#forget(timer);
    this.#onEvent?.({ type: 'timer.clear', id });
  }

  block(ms: number): void {
    requireDuration(ms, 'block()');
    this.#elapsed += Math.round(ms);
    this.#blockedMs += Math.round(ms);
    this.#onEvent?.({ type: 'block', ms });
  }

  /** Begins a new turn of the loop, in which reading the time is free again. */
  beginTurn(): void {
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
    const moves = timer.at > this.#elapsed;
    if (moves) this.#elapsed = timer.at;
    this.#chain = moves ? 0 : timer.chain;
    this.#onEvent?.({ type: 'timer.fire', id: timer.id });
    timer.callback();
    return true;
  }

  #forget(timer: VirtualTimer): void {
    this.#heap.remove(timer);
    this.#timers.delete(timer.id);
  }
}
