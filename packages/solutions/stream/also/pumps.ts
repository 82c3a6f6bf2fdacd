// Right as well: a pump beside the loop goes through the source with `for await`, holds one item more in its hand while there is no
// room, and is told to stop by a flag. Merging is many pumps into one list, as far ahead as they come.
export async function* take<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  if (count > 0) {
    let n = 0;
    for await (const item of source) {
      yield item;
      if (++n >= count) break;
    }
  }
}

export function buffer<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T> {
  return pumped([source], size);
}

export function merge<T>(...sources: readonly AsyncIterable<T>[]): AsyncGenerator<T> {
  return pumped(sources, Infinity);
}

async function* pumped<T>(sources: readonly AsyncIterable<T>[], size: number): AsyncGenerator<T> {
  const list: T[] = [];
  const failures: unknown[] = [];
  let isLeft = false;
  let change = Promise.withResolvers<void>();
  const tell = (): void => {
    change.resolve();
    change = Promise.withResolvers<void>();
  };
  const pump = async (source: AsyncIterable<T>): Promise<void> => {
    try {
      for await (const item of source) {
        while (list.length >= size && !isLeft) await change.promise;
        if (isLeft) break;
        list.push(item);
        tell();
      }
    } catch (error) {
      failures.push(error);
    }
    running -= 1;
    tell();
  };
  let running = sources.length;
  const pumps = sources.map(pump);
  try {
    for (;;) {
      while (list.length > 0) {
        const [item] = list.splice(0, 1);
        tell();
        yield item;
      }
      if (failures.length > 0) throw failures[0];
      if (running === 0) return;
      await change.promise;
    }
  } finally {
    isLeft = true;
    tell();
    await Promise.all(pumps);
  }
}
