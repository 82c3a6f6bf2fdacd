// Sources fail here, also when nobody listens: a rejection that nobody handles would end the program.
import { sleep } from '@teatime/core';
import { buffer, merge, take } from '../stream.ts';

async function* source(ms: number, count: number, cleanUp?: Error): AsyncGenerator<number, void> {
  try {
    for (let i = 0; i < count; i++) {
      await sleep(ms);
      yield i;
    }
    await sleep(ms);
    throw new Error('failed');
  } finally {
    if (cleanUp) await Promise.reject(cleanUp);
  }
}

/** Leaves the loop after the first item, when everything has failed that is going to fail. */
async function leave(stream: AsyncIterable<number>): Promise<void> {
  for await (const _ of stream) {
    await sleep(30);
    break;
  }
}

const broken = new Error('no clean-up');
await Promise.allSettled([
  leave(buffer(source(2, 2), 3)),
  leave(buffer(source(20, 2), 1)),
  leave(merge(source(2, 1), source(3, 0), source(4, 1))),
  leave(merge(source(2, 2, broken), source(25, 2, broken), source(3, 0))),
  leave(take(merge(buffer(source(2, 2, broken), 1), buffer(source(3, 1), 1)), 1)),
]);
await sleep(60);
