/** Events one after another, for a loop that awaits them. */
export class EventQueue<T> {
  readonly #waiting: T[] = [];
  #wake: (() => void) | undefined;

  push(event: T): void {
    this.#waiting.push(event);
    this.#wake?.();
  }

  /** The oldest event, waiting until there is one. */
  async next(): Promise<T> {
    for (;;) {
      const event = this.#waiting.shift();
      if (event !== undefined) return event;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Takes the events out that are there already and fit. */
  take(fits: (event: T) => boolean): readonly T[] {
    const taken = this.#waiting.filter(fits);
    this.#waiting.splice(0, Infinity, ...this.#waiting.filter((event) => !fits(event)));
    return taken;
  }
}
