// fails: own-task, slow-consumer, rejections-while-busy, already-done, linear
// Has one place for news: what comes while the loop is busy overwrites what was there.
import type { Completion, Task } from '@teatime/core';

export async function* asCompleted<T>(tasks: readonly Task<T>[]): AsyncGenerator<Completion<T>> {
  let news: Completion<T> | undefined;
  let ring = (): void => {};
  const different = new Set(tasks);
  for (const task of different) {
    task.then(
      (value) => {
        news = { task, status: 'fulfilled', value };
        ring();
      },
      (reason: unknown) => {
        news = { task, status: 'rejected', reason };
        ring();
      },
    );
  }
  for (let left = different.size; left > 0; left -= 1) {
    if (!news) await new Promise<void>((resolve) => (ring = resolve));
    const completion = news!;
    news = undefined;
    yield completion;
  }
}
