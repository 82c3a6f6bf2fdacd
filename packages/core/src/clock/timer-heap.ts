/** A timer in the heap. `index` is its place there, kept up to date by the heap, so that it can be taken out of the middle. */
export interface HeapTimer {
  readonly id: number;
  /** When it is due, in milliseconds on the clock it belongs to. */
  readonly at: number;
  index: number;
}

/** A binary heap of timers: first the one due first, among equals the one set first. Every operation costs O(log n). */
export class TimerHeap<Timer extends HeapTimer> {
  readonly #timers: Timer[] = [];

  get size(): number {
    return this.#timers.length;
  }

  /** The timer that is due first. */
  get first(): Timer | undefined {
    return this.#timers[0];
  }

  add(timer: Timer): void {
    this.#rise(timer, this.#timers.length);
  }

  /** Takes the timer out, wherever it is. It must be in this heap. */
  remove(timer: Timer): void {
    const last = this.#timers.pop();
    if (last === undefined || last === timer) return;
    const { index } = timer;
    const parent = this.#timers[(index - 1) >> 1];
    if (index > 0 && parent !== undefined && isBefore(last, parent)) this.#rise(last, index);
    else this.#sink(last, index);
  }

  /** Puts the timer in at `index`, or further up, where nothing above it is due later. */
  #rise(timer: Timer, index: number): void {
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.#timers[above];
      if (parent === undefined || !isBefore(timer, parent)) break;
      this.#place(parent, index);
      index = above;
    }
    this.#place(timer, index);
  }

  /** Puts the timer in at `index`, or further down, where nothing below it is due earlier. */
  #sink(timer: Timer, index: number): void {
    for (;;) {
      const left = 2 * index + 1;
      const below = this.#earlier(left, left + 1);
      if (below === undefined || !isBefore(below, timer)) break;
      const { index: next } = below;
      this.#place(below, index);
      index = next;
    }
    this.#place(timer, index);
  }

  #earlier(left: number, right: number): Timer | undefined {
    const a = this.#timers[left];
    const b = this.#timers[right];
    return a !== undefined && b !== undefined && isBefore(b, a) ? b : a;
  }

  #place(timer: Timer, index: number): void {
    this.#timers[index] = timer;
    timer.index = index;
  }
}

/** Ids grow with every timer: they are the sequence that decides between timers due at the same time. */
function isBefore(a: HeapTimer, b: HeapTimer): boolean {
  return a.at < b.at || (a.at === b.at && a.id < b.id);
}
