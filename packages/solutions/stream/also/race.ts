// Right as well: merge races, and asks a source again only when its item was taken; buffer asks for several at once and lets the source
// sort it out, as a generator does.
export async function* take<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  yield* count > 0 ? some(source, count) : [];
}

async function* some<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  for await (const item of source) {
    count--;
    yield item;
    if (count === 0) return;
  }
}

export async function* buffer<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const asked: Promise<IteratorResult<T>>[] = [];
  const ask = (): void => {
    const step = iterator.next();
    step.catch(() => undefined);
    asked.push(step);
  };
  try {
    while (asked.length < size) ask();
    for (let first = asked.shift(); first; first = asked.shift()) {
      const { done, value } = await first;
      if (done) return;
      ask();
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}

export async function* merge<T>(...sources: readonly AsyncIterable<T>[]): AsyncGenerator<T> {
  const asked = new Map<AsyncIterator<T>, Promise<readonly [AsyncIterator<T>, IteratorResult<T>]>>();
  const ask = (iterator: AsyncIterator<T>): void => {
    const answer = (async () => [iterator, await iterator.next()] as const)();
    answer.catch(() => undefined);
    asked.set(iterator, answer);
  };
  for (const source of sources) ask(source[Symbol.asyncIterator]());
  const taken = new Set<AsyncIterator<T>>();
  try {
    while (asked.size > 0) {
      const [iterator, step] = await Promise.race(asked.values());
      asked.delete(iterator);
      if (step.done) continue;
      // Open, and not asked: who leaves now has to close this one, too.
      taken.add(iterator);
      yield step.value;
      taken.delete(iterator);
      ask(iterator);
    }
  } finally {
    await Promise.allSettled([...asked.keys(), ...taken].map(async (iterator) => await iterator.return?.()));
  }
}
