import { sleep } from '@teatime/core';
import { Sema } from 'async-sema';
import pLimit from 'p-limit';
import pMap from 'p-map';
import PQueue from 'p-queue';
import { Queue } from '../queue/queue.ts';
import { Semaphore } from '../semaphore/semaphore.ts';
import { taskGroup } from '../task-group/task-group.ts';

/* The same work, done with the course's solutions and with libraries of the same kind. asyncio_case.py has it for asyncio. */

const workers = 10_000;
const permits = 100;
const items = 100_000;
const room = 10;

const napMs = 10;

/** By the piece of work, then by who does it; `teatime` is the course's own. */
export const cases: Readonly<Record<string, Readonly<Record<string, () => Promise<unknown>>>>> = {
  semaphore: {
    teatime: async () => {
      const semaphore = new Semaphore(permits);
      await Promise.all(each(workers, () => semaphore.use(() => sleep(napMs))));
    },
    'p-limit': async () => {
      const limit = pLimit(permits);
      await Promise.all(each(workers, () => limit(() => sleep(napMs))));
    },
    'async-sema': async () => {
      const sema = new Sema(permits);
      await Promise.all(each(workers, async () => {
        await sema.acquire();
        await sleep(napMs);
        sema.release();
      }));
    },
  },
  queue: {
    teatime: async () => {
      const queue = new Queue<number>(room);
      const consumer = async (): Promise<void> => {
        for (let taken = 0; taken < items; taken++) await queue.get();
      };
      const producer = async (): Promise<void> => {
        for (let item = 0; item < items; item++) await queue.put(item);
      };
      await Promise.all([consumer(), producer()]);
    },
    // A queue of work, not of items; who puts too much in waits as well.
    'p-queue': async () => {
      const queue = new PQueue({ concurrency: 1 });
      for (let item = 0; item < items; item++) {
        await queue.onSizeLessThan(room);
        void queue.add(() => item);
      }
      await queue.onIdle();
    },
  },
  'task-group': {
    teatime: () => taskGroup((group) => {
      for (let task = 0; task < workers; task++) group.createTask((signal) => sleep(napMs, { signal }));
      return Promise.resolve();
    }),
    'p-map': () => pMap(each(workers, (index) => index), () => sleep(napMs)),
  },
};

function each<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
