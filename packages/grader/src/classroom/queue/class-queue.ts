import { Redis } from 'ioredis';
import type { Circumstances } from '../keep/content-key.ts';
import type { QueueAddress } from './address.ts';
import { QueueProblem } from './queue-problem.ts';

/** What whoever grades a class has to have in common with whoever gave it to be graded, or the results would be others. */
export type Terms = Pick<Circumstances, 'courseHash' | 'grader' | 'sandbox'>;

/** What all keys in Redis begin with. */
export const prefix = 'teatime';

/** The names of all queues that hand-ins were put into. */
export const registry = `${prefix}:queues`;

/** Every course has a queue of its own, so that nobody can take what they cannot grade. */
export function queueName({ courseHash, grader, sandbox }: Terms): string {
  return [courseHash, grader, sandbox].join('_');
}

export function termsOf(name: string): Terms {
  const [courseHash = '', grader = '', sandbox = ''] = name.split('_');
  return { courseHash, grader, sandbox };
}

/**
 * A client that waits while Redis is away.
 *
 * @param onConnection told when Redis is lost, and when it is back
 */
export function openClient({ connection }: QueueAddress, onConnection: (isThere: boolean) => void): Redis {
  const client = new Redis({ ...connection, maxRetriesPerRequest: null });
  let isThere = true;
  const change = (to: boolean): void => {
    if (isThere !== to) onConnection(to);
    isThere = to;
  };
  // What an error says is said by the loss that follows it.
  return client.on('error', () => undefined).on('reconnecting', () => change(false)).on('ready', () => change(true));
}

/** Asks Redis for a sign of life, once. @throws {QueueProblem} */
export async function reach(address: QueueAddress): Promise<void> {
  const client = new Redis({ ...address.connection, lazyConnect: true, connectTimeout: 10_000, retryStrategy: () => null });
  let said: unknown;
  client.on('error', (error) => (said ??= error));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw new QueueProblem(address, said ?? error);
  } finally {
    client.disconnect();
  }
}
