import type { Clock } from '../clock/clock.ts';

export type TimerCallback = (...args: unknown[]) => unknown;

export interface TimerPlan {
  readonly callback: TimerCallback;
  readonly args: readonly unknown[];
  readonly ms: number;
  readonly repeats: boolean;
}

let lastNumber = 0;

/** What `setTimeout` and `setInterval` return, with what Node's own handles offer. */
export class FakeTimeout implements Disposable {
  readonly #clock: Clock;
  readonly #handles: Map<number, FakeTimeout>;
  readonly #plan: TimerPlan;
  readonly #number = ++lastNumber;
  #timer: number | undefined;
  #closed = false;
  #refed = true;

  /** @param handles where the handle is found by its number, while its timer is set */
  constructor(clock: Clock, handles: Map<number, FakeTimeout>, plan: TimerPlan) {
    requireCallback(plan.callback);
    this.#clock = clock;
    this.#handles = handles;
    this.#plan = plan;
    this.#set();
  }

  /** Whether it counts among the timers that are set, and keeps a process alive where there is one to keep. */
  hasRef(): boolean {
    return this.#refed;
  }

  ref(): this {
    return this.#keepWaiting(true);
  }

  unref(): this {
    return this.#keepWaiting(false);
  }

  /** Starts the delay anew, also when the timer has fired. */
  refresh(): this {
    if (this.#closed) return this;
    this.#unset();
    this.#set();
    return this;
  }

  close(): this {
    this.#closed = true;
    this.#unset();
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.#number;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #set(): void {
    this.#timer = this.#clock.setTimer(() => this.#fire(), this.#plan.ms);
    this.#handles.set(this.#number, this);
    if (!this.#refed) this.#clock.keepWaiting?.(this.#timer, false);
  }

  #keepWaiting(keeps: boolean): this {
    this.#refed = keeps;
    if (this.#timer !== undefined) this.#clock.keepWaiting?.(this.#timer, keeps);
    return this;
  }

  #unset(): void {
    if (this.#timer !== undefined) this.#clock.clearTimer(this.#timer);
    this.#timer = undefined;
    this.#handles.delete(this.#number);
  }

  #fire(): void {
    const { callback, args, repeats } = this.#plan;
    this.#timer = undefined;
    // Set again first, so that the callback can stop it, and that an interval outlives a callback that throws.
    if (repeats) this.#set();
    else this.#handles.delete(this.#number);
    Reflect.apply(callback, this, args);
  }
}

/** What `setImmediate` returns. */
export class FakeImmediate implements Disposable {
  readonly #clock: Clock;
  readonly #timer: number;
  #refed = true;

  constructor(clock: Clock, callback: TimerCallback, args: readonly unknown[]) {
    requireCallback(callback);
    this.#clock = clock;
    this.#timer = clock.setTimer(() => Reflect.apply(callback, this, args), 0);
  }

  hasRef(): boolean {
    return this.#refed;
  }

  ref(): this {
    return this.#keepWaiting(true);
  }

  unref(): this {
    return this.#keepWaiting(false);
  }

  [Symbol.dispose](): void {
    this.#clock.clearTimer(this.#timer);
  }

  #keepWaiting(keeps: boolean): this {
    this.#refed = keeps;
    this.#clock.keepWaiting?.(this.#timer, keeps);
    return this;
  }
}

/** @throws TypeError as Node does, where the mistake was made and not when the timer fires */
function requireCallback(callback: unknown): void {
  if (typeof callback === 'function') return;
  throw new TypeError(`a timer calls a function back, got ${callback === null ? 'null' : typeof callback}`);
}
