/** How many timers a check may see go off that it did not expect. A pause in two halves is two for each job. */
const free = 1000;

/** Somebody sets a timer again and again, to look whether something has happened. */
export class LooksAgainAndAgain extends Error {
  override readonly name = 'LooksAgainAndAgain';
  readonly times: number;

  constructor(times: number) {
    super();
    this.times = times;
  }
}

/**
 * Counts the timers that go off in a check. Waits last for minutes there; whoever looks every few milliseconds whether
 * they are over is found by the number of looks, long before the minutes are gone.
 */
export class TimerWatch {
  #expected = free;
  #fired = 0;
  #resting = false;

  /** So many more timers are the check's own affair. */
  expect(count: number): void {
    this.#expected += count;
  }

  /** @throws LooksAgainAndAgain when there were far too many */
  fired(): void {
    this.#fired += 1;
    if (!this.#resting && this.#fired > this.#expected) throw new LooksAgainAndAgain(this.#fired);
  }

  /** From now on nothing is too much. */
  rest(): void {
    this.#resting = true;
  }
}
