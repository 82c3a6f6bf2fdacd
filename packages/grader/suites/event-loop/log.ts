/** A step of a task, and when it was taken: milliseconds since the clock of its loop was made. */
export interface Step {
  readonly name: string;
  readonly at: number;
}

/** The steps of a check's tasks, in the order in which a loop has let them be taken. */
export class Log {
  readonly #clock: { elapsed(): number };
  readonly #steps: Step[] = [];

  constructor(clock: { elapsed(): number }) {
    this.#clock = clock;
  }

  note(name: string): void {
    this.#steps.push({ name, at: this.#clock.elapsed() });
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  get names(): readonly string[] {
    return this.#steps.map(({ name }) => name);
  }
}
