import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Queue, QueueEvents } from 'bullmq';
import { Redis } from 'ioredis';
import { vi } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const isThere = spawnSync('redis-server', ['--version']).status === 0;

/** For `describe.skipIf`, and for the name, which then says why. */
export const noRedis = !isThere;
export const orWhyNot = isThere ? '' : ' (skipped: there is no redis-server; apt-get install redis-server)';

/** A real Redis that keeps all it is given in an append-only file. */
export interface RedisServer extends AsyncDisposable {
  /** With the password in it. */
  readonly address: string;
  readonly connection: { readonly host: string; readonly port: number; readonly password: string };
  readonly client: Redis;
  /** Kills it with SIGKILL, and starts it again on what it has written. */
  killAndStart(): Promise<void>;
  /** How many jobs there are in a state, in all queues. */
  count(state: State): Promise<number>;
}

type State = 'wait' | 'active' | 'completed' | 'failed';

export const password = 'op3n-s3same';

export async function startRedis(args: readonly string[] = []): Promise<RedisServer> {
  const folder = await temporaryFolder();
  const port = await freePort();
  const all = ['--port', String(port), '--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--dir', folder.path, '--requirepass', password, ...args];
  const start = (): ChildProcess => spawn('redis-server', all, { stdio: 'ignore' });
  let server = start();
  const connection = { host: '127.0.0.1', port, password };
  const address = `redis://:${password}@127.0.0.1:${port}`;
  const client = new Redis({ ...connection, maxRetriesPerRequest: null, retryStrategy: () => 50 });
  client.on('error', () => undefined);
  await client.ping();
  const jobsIn = async (name: string, state: State): Promise<number> =>
    await new Queue(name, { connection: client, prefix: 'teatime', skipMetasUpdate: true }).on('error', () => undefined).getJobCountByTypes(state);
  return {
    address,
    connection,
    client,
    async killAndStart() {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
      server = start();
      await client.ping();
    },
    async count(state) {
      const counts = await Promise.all((await client.smembers('teatime:queues')).map((name) => jobsIn(name, state)));
      return counts.reduce((sum, one) => sum + one, 0);
    },
    async [Symbol.asyncDispose]() {
      client.disconnect();
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Waits until there are so many jobs in a state. */
export async function untilJobs(redis: RedisServer, state: 'wait' | 'active', least: number): Promise<void> {
  await vi.waitUntil(async () => (await redis.count(state)) >= least, { timeout: 300_000, interval: 20 });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** How often each job was done, by the ids of the jobs. */
export interface Completions extends AsyncDisposable {
  readonly counts: ReadonlyMap<string, number>;
}

/** Counts what is done and what was done before, in the one queue that there is. */
export async function completionsIn(redis: RedisServer): Promise<Completions> {
  const [name = ''] = await redis.client.smembers('teatime:queues');
  const counts = new Map<string, number>();
  // Redis keeps the latest events only: whoever is back a second after it has missed some.
  const connection = { ...redis.connection, retryStrategy: () => 50 };
  const events = new QueueEvents(name, { connection, prefix: 'teatime', lastEventId: '0' });
  events.on('error', () => undefined).on('completed', ({ jobId }) => counts.set(jobId, (counts.get(jobId) ?? 0) + 1));
  await events.waitUntilReady();
  return { counts, [Symbol.asyncDispose]: () => events.close() };
}
