// Jobs fail, workers die and signals abort here: a rejection that nobody handles would end the program.
import { sleep, thread } from '@teatime/core';
import { type Answer, WorkerPool } from '../workers.ts';

const pool = new WorkerPool(
  () =>
    thread<Answer>(async (job, { signal, exit }) => {
      await sleep(10, { signal });
      if (job === 'dies') throw new Error('dead');
      if (job === 'quits') exit(3);
      return { ok: false, error: new Error('failed') };
    }),
  2,
);

await Promise.allSettled([
  pool.run('fails'),
  pool.run('dies'),
  pool.run('quits'),
  pool.run(() => 'not to be copied'),
  pool.run('too long', { signal: AbortSignal.timeout(5) }),
  pool.run('in line', { signal: AbortSignal.timeout(5) }),
  pool.run('never', { signal: AbortSignal.abort() }),
]);
await pool.close();
await sleep(20);
