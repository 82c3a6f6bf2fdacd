// Right as well: a generator reckons the pauses, by multiplying on, and each is slept in two halves.
import { createTask, coroutine, currentTask, sleep, type Awaitable } from '@teatime/core';

export interface RetryOptions {
  readonly attempts?: number;
  readonly baseMs?: number;
  readonly factor?: number;
  readonly maxMs?: number;
  readonly attemptMs?: number;
  readonly random?: () => number;
  readonly isRetryable?: (error: unknown) => boolean;
  readonly signal?: AbortSignal | undefined;
}

function* growing(pause: number, factor: number, maxMs: number, random: () => number): Generator<number, never, undefined> {
  for (;;) {
    yield Math.min(pause, maxMs) * random();
    pause = Math.min(pause * factor, maxMs);
  }
}

export async function retry<T>(work: (attempt: number, signal: AbortSignal) => Awaitable<T>, given?: RetryOptions): Promise<T> {
  const options = { attempts: 5, baseMs: 50, factor: 2, maxMs: 10_000, random: Math.random, isRetryable: (_: unknown) => true, ...given };
  const { signal, attemptMs } = options;
  const pauses = growing(options.baseMs, options.factor, options.maxMs, options.random);
  let attempt = 0;
  let last: { readonly error: unknown } | undefined;
  while (attempt < options.attempts) {
    if (last) {
      const pause = pauses.next().value;
      const wish: unknown = last.error instanceof Object ? Reflect.get(last.error, 'retryAfterMs') : undefined;
      const ms = Math.max(pause, Number(wish ?? 0));
      await sleep(ms / 2, { signal });
      await sleep(ms / 2, { signal });
    }
    signal?.throwIfAborted();
    attempt += 1;
    try {
      return await asTask(attempt);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      last = { error };
      if (!options.isRetryable(error)) break;
    }
  }
  throw last?.error;

  /** The attempt runs as a task, which is cancelled when its time is up: its signal is the task's. */
  async function asTask(number: number): Promise<T> {
    let mine: AbortSignal | undefined;
    const late = new AbortController();
    const task = createTask(
      coroutine(async () => {
        mine = currentTask()?.signal;
        return await work(number, AbortSignal.any([late.signal, ...(signal ? [signal] : []), ...(mine ? [mine] : [])]));
      })(),
    );
    const over = new AbortController();
    if (attemptMs !== undefined) {
      sleep(attemptMs, { signal: over.signal }).then(
        () => late.abort(Object.assign(new Error('the attempt was too slow'), { name: 'TimeoutError' })),
        () => {},
      );
    }
    try {
      return await task;
    } finally {
      over.abort();
    }
  }
}

export function retryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  switch (true) {
    case [...header].every((digit) => '0123456789'.includes(digit)):
      return 1000 * +header;
    case Date.parse(header) > now:
      return Date.parse(header) - now;
    default:
      return Date.parse(header) <= now ? 0 : undefined;
  }
}
