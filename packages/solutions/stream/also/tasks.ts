// Right as well: tasks of the library read, and a list of theirs is handed from one to the next.
import { coroutine, createTask, type Task } from '@teatime/core';

type Step<T> = IteratorResult<T, undefined>;

function tap<T>(source: AsyncIterable<T>): { next: () => Task<Step<T>>; close: () => Promise<void> } {
  let iterator: AsyncIterator<T, undefined> | undefined;
  let isOver = false;
  const read = coroutine(async (): Promise<Step<T>> => {
    if (isOver) return { done: true, value: undefined };
    iterator ??= source[Symbol.asyncIterator]();
    const step = await iterator.next().catch((error: unknown) => {
      isOver = true;
      throw error;
    });
    isOver ||= step.done === true;
    return step;
  });
  return {
    next: () => {
      const task = createTask(read());
      task.catch(() => {});
      return task;
    },
    close: async () => {
      if (isOver) return;
      isOver = true;
      if (iterator && 'return' in iterator) await iterator.return?.();
    },
  };
}

export async function* take<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  const { next, close } = tap(source);
  try {
    for (let i = 0; i !== count; i++) {
      const step = await next();
      if (step.done) return;
      yield step.value;
    }
  } finally {
    if (count > 0) await close();
  }
}

export async function* buffer<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T> {
  const { next, close } = tap(source);
  const chain = coroutine(async (before: Task<Step<T>> | undefined): Promise<Step<T>> => {
    const last = await before;
    return last?.done ? last : await next();
  });
  const ahead: Task<Step<T>>[] = [];
  const fill = (): void => {
    for (let last = ahead.at(-1); ahead.length < size; ahead.push(last)) {
      last = createTask(chain(last));
      last.catch(() => {});
    }
  };
  try {
    for (fill(); ; ) {
      const step = await ahead.shift();
      if (!step || step.done) return;
      fill();
      yield step.value;
    }
  } finally {
    await close();
  }
}

export async function* merge<T>(...sources: readonly AsyncIterable<T>[]): AsyncGenerator<T> {
  const taps = sources.map(tap);
  const box: { tap: (typeof taps)[number]; task: Task<Step<T>> }[] = [];
  let bell = Promise.withResolvers<void>();
  const send = (one: (typeof taps)[number]): void => {
    const task = one.next();
    const put = (): void => {
      box.push({ tap: one, task });
      bell.resolve();
    };
    task.then(put, put);
  };
  taps.forEach(send);
  let left = taps.length;
  try {
    while (left > 0) {
      await bell.promise;
      bell = Promise.withResolvers<void>();
      for (let one = box.shift(); one; one = box.shift()) {
        const step = one.task.result();
        if (step.done) {
          left -= 1;
        } else {
          yield step.value;
          send(one.tap);
        }
      }
    }
  } finally {
    for (const closing of taps.map(({ close }) => close().catch(() => {}))) await closing;
  }
}
