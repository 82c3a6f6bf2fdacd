// Right as well: the platform's own streams, with their high-water marks. They begin to read when they are made, so a generator makes them.
export async function* take<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let isOpen = count > 0;
  try {
    for (let left = count; left > 0; left--) {
      isOpen = false;
      const { done, value } = await iterator.next();
      if (done) return;
      isOpen = true;
      yield value;
    }
  } finally {
    if (isOpen) await iterator.return?.();
  }
}

export async function* buffer<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T> {
  for await (const { step } of ahead(source, size)) {
    // An error travels as an item: a stream that fails drops what lies ready.
    const { done, value } = await step;
    if (done) return;
    yield value;
  }
}

interface Held<T> {
  readonly step: Promise<IteratorResult<T, undefined>>;
}

function ahead<T>(source: AsyncIterable<T>, highWaterMark: number): ReadableStream<Held<T>> {
  const iterator: AsyncIterator<T, undefined> = source[Symbol.asyncIterator]();
  let isOver = false;
  return new ReadableStream<Held<T>>(
    {
      async pull(controller) {
        const step = (async () => await iterator.next())();
        const end = await step.catch(() => ({ done: true }));
        if (end.done) isOver = true;
        try {
          controller.enqueue({ step });
          if (isOver) controller.close();
        } catch {
          // Left meanwhile.
        }
      },
      async cancel() {
        if (!isOver) await iterator.return?.();
      },
    },
    { highWaterMark },
  );
}

/** One stream that all sources write to, as fast as they are. */
export async function* merge<T>(...sources: readonly AsyncIterable<T>[]): AsyncGenerator<T> {
  const iterators = new Set(sources.map((source): AsyncIterator<T> => source[Symbol.asyncIterator]()));
  const { readable, writable } = new TransformStream<IteratorResult<T> | { readonly error: unknown }>(undefined, undefined, { highWaterMark: Infinity });
  const writer = writable.getWriter();
  let isLeft = false;
  const pumps = [...iterators].map(async (iterator) => {
    try {
      for (let step = await iterator.next(); !isLeft && !step.done; step = await iterator.next()) await writer.write(step);
    } catch (error) {
      if (!isLeft) await writer.write({ error }).catch(() => {});
    }
    if (!isLeft) iterators.delete(iterator);
    if (iterators.size === 0) await writer.close().catch(() => {});
  });
  if (pumps.length === 0) void writer.close();
  try {
    for await (const message of readable) {
      if ('error' in message) throw message.error;
      yield message.value;
    }
  } finally {
    isLeft = true;
    await Promise.allSettled(Array.from(iterators, async (iterator) => await iterator.return?.()));
    await Promise.all(pumps);
  }
}
