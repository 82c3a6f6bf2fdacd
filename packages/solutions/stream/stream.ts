/** The first `count` items of the source; then the source is closed. */
export async function* take<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T, void> {
  if (count === 0) return;
  let taken = 0;
  for await (const item of source) {
    yield item;
    taken += 1;
    // To leave the loop closes the source, and waits for its clean-up.
    if (taken === count) return;
  }
}

/** All items of the source. Reads ahead while the consumer is busy, until `size` items lie ready. */
export async function* buffer<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T, void> {
  const reading = new Reading(source);
  const readAfter = async (before: Promise<IteratorResult<T>> | undefined): Promise<IteratorResult<T>> => {
    await before;
    return await reading.next();
  };
  const ahead: Promise<IteratorResult<T>>[] = [];
  const readAhead = (): void => {
    while (ahead.length < size) {
      const step = readAfter(ahead.at(-1));
      // An error is told when its turn has come. Until then, and for ever if the loop is left before, it is nobody's.
      step.catch(() => {});
      ahead.push(step);
    }
  };
  try {
    for (;;) {
      readAhead();
      const step = await ahead.shift();
      if (step === undefined || step.done) return;
      // The consumer takes this one along, and leaves room for another.
      readAhead();
      yield step.value;
    }
  } finally {
    await reading.close();
  }
}

/** The items of all sources, each when it comes. */
export async function* merge<T>(...sources: readonly AsyncIterable<T>[]): AsyncGenerator<T, void> {
  const readings: Reading<T>[] = [];
  const arrivals: Arrival<T>[] = [];
  let tell = (): void => {};
  const ask = (reading: Reading<T>): void => {
    const step = reading.next();
    const arrive = (): void => {
      arrivals.push({ reading, step });
      tell();
    };
    step.then(arrive, arrive);
  };
  try {
    for (const source of sources) readings.push(new Reading(source));
    readings.forEach(ask);
    let open = readings.length;
    while (open > 0) {
      const arrival = arrivals.shift();
      if (arrival === undefined) {
        await new Promise<void>((resolve) => (tell = resolve));
        continue;
      }
      const step = await arrival.step;
      if (step.done) {
        open -= 1;
        continue;
      }
      // The source goes on while the consumer is busy: one item of each may lie ready.
      ask(arrival.reading);
      yield step.value;
    }
  } catch (error) {
    // What went wrong first counts, whatever goes wrong while the others are closed.
    await closeAll(readings).catch(() => {});
    throw error;
  } finally {
    await closeAll(readings);
  }
}

/** What a source has answered, well or not. */
interface Arrival<T> {
  readonly reading: Reading<T>;
  readonly step: Promise<IteratorResult<T>>;
}

/** A source that is being read, and knows when it is over: then it is neither asked nor closed any more. */
class Reading<T> {
  readonly #iterator: AsyncIterator<T>;
  #isOver = false;

  constructor(source: AsyncIterable<T>) {
    this.#iterator = source[Symbol.asyncIterator]();
  }

  async next(): Promise<IteratorResult<T>> {
    if (this.#isOver) return { done: true, value: undefined };
    try {
      const step = await this.#iterator.next();
      if (step.done) this.#isOver = true;
      return step;
    } catch (error) {
      this.#isOver = true;
      throw error;
    }
  }

  /** Waits for the clean-up. Not every iterator can be closed. */
  async close(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    await this.#iterator.return?.();
  }
}

/** Closes all of them, also when one cannot be closed well, and then fails with its error. */
async function closeAll(readings: readonly Reading<unknown>[]): Promise<void> {
  const closing = readings.map((reading) => reading.close());
  await Promise.allSettled(closing);
  await Promise.all(closing);
}
