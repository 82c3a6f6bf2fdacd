import { expect, test, vi } from 'vitest';
import { queueAddress } from '../../src/classroom/queue/address.ts';
import { openQueuePool } from '../../src/classroom/queue/queue-pool.ts';
import { noRedis, orWhyNot, startRedis } from '../support/redis.ts';

test.skipIf(noRedis)(`Whoever has all replies goes at once, though Redis has just gone${orWhyNot}`, async () => {
  const redis = await startRedis();
  const address = queueAddress(redis.address, {});
  if (address === undefined) throw new Error('no address');
  const connections: boolean[] = [];
  const pool = await openQueuePool({ address, terms: { courseHash: 'course', grader: '1', sandbox: 'none' }, onConnection: (isThere) => connections.push(isThere) });
  await redis[Symbol.asyncDispose]();
  await vi.waitUntil(() => connections.includes(false), { timeout: 60_000 });
  await pool[Symbol.asyncDispose]();
  expect(connections).toEqual([false]);
});
