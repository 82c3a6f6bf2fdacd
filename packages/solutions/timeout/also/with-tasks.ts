// Right as well: the work is a task, and the limit is a second one that sleeps.
import { type Awaitable, coroutine, createTask, sleep } from '@teatime/core';

export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export interface TimeoutOptions {
  readonly signal?: AbortSignal | undefined;
}

const doWork = coroutine(async <T>(work: (signal: AbortSignal) => Awaitable<T>, signal: AbortSignal): Promise<T> => await work(signal));

const limitOf = coroutine(async (ms: number, stop: AbortController, done: AbortSignal): Promise<void> => {
  await sleep(ms, { signal: done });
  stop.abort(new TimeoutError(`more than ${ms} ms`));
});

export async function timeout<T>(ms: number, work: (signal: AbortSignal) => Awaitable<T>, { signal: outer }: TimeoutOptions = {}): Promise<T> {
  if (outer?.aborted) throw outer.reason;
  if (ms <= 0) throw new TimeoutError('no time');
  const [stop, done] = [new AbortController(), new AbortController()];
  const signal = AbortSignal.any(outer ? [outer, stop.signal] : [stop.signal]);
  const limit = createTask(limitOf(ms, stop, done.signal));
  limit.catch(() => {});
  try {
    return await createTask(doWork<T>(work, signal));
  } finally {
    done.abort();
  }
}
