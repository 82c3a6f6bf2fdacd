import { sleep } from '@teatime/core';

interface TimerOptions {
  readonly signal?: AbortSignal;
}

/** Resolves to `value` after `ms` virtual milliseconds. */
export async function setTimeout<T>(ms = 1, value?: T, { signal }: TimerOptions = {}): Promise<T | undefined> {
  await sleep(ms, signal && { signal });
  return value;
}

export async function setImmediate<T>(value?: T, options: TimerOptions = {}): Promise<T | undefined> {
  return setTimeout(0, value, options);
}

/** Yields `value` every `ms` virtual milliseconds, until the loop over it is left. */
export async function* setInterval<T>(ms = 1, value?: T, { signal }: TimerOptions = {}): AsyncGenerator<T | undefined, void> {
  for (;;) {
    await sleep(ms, signal && { signal });
    yield value;
  }
}

export const scheduler = {
  wait: (ms: number, options?: TimerOptions): Promise<undefined> => setTimeout(ms, undefined, options),
  yield: (): Promise<undefined> => setImmediate(),
};

const timersPromises = { setTimeout, setImmediate, setInterval, scheduler };

export { timersPromises as default };
