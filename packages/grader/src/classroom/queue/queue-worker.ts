import { Queue, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Job } from 'bullmq';
import type { Text } from '../../messages/text.ts';
import type { GradeReply, Pool } from '../pool.ts';
import type { QueueAddress } from './address.ts';
import { openClient, prefix, queueName, reach, registry, termsOf } from './class-queue.ts';
import type { Terms } from './class-queue.ts';
import { jobSchema } from './job-data.ts';
import type { JobData } from './job-data.ts';
import { QueueProblem } from './queue-problem.ts';

export interface QueueWorkerOptions {
  readonly address: QueueAddress;
  /** What this worker has; it takes what was given on the same terms, and nothing else. */
  readonly terms: Terms;
  /** Who does the work. */
  readonly pool: Pool;
  /** Told when the first hand-in can come. */
  readonly onReady: () => void;
  /** Told when Redis has the reply to a job. */
  readonly onGraded: () => void;
  /** Told once of every queue in which hand-ins wait for others than this one. */
  readonly onOthers: (theirs: Terms) => void;
  readonly onConnection: (isThere: boolean) => void;
  /** Redis is there, and does not do what it was asked. */
  readonly onRefusal: (text: Text) => void;
}

/** Whoever does not say for so long that it is still at it has lost its job to another. */
const lockMs = 15_000;

/** How often those are looked for. */
const stalledMs = 5000;

/**
 * How often a job is given to another when its worker was lost with all that it had: the machine went off, somebody killed it. A
 * hand-in that ends who grades it is found by the worker itself.
 */
const mostLost = 3;

const lookForOthersMs = 5000;

/**
 * Grades what comes out of the queue until the signal; then it gives back what it has not done.
 *
 * @throws {QueueProblem} when Redis cannot be reached, and {Error} when no grader can be started
 */
export async function workQueue(options: QueueWorkerOptions, interrupted: AbortSignal): Promise<void> {
  const { address, terms, pool, onGraded, onRefusal } = options;
  await reach(address);
  const end = Promise.withResolvers<undefined>();
  const held = new Set<() => void>();
  const schema = jobSchema(terms.courseHash);

  const grade = async (job: Job<unknown>, token?: string): Promise<GradeReply> => {
    const data = schema.safeParse(job.data);
    if (!data.success) throw new UnrecoverableError('not a job for this course');
    const reply = await unlessGivenUp(data.data);
    if (reply !== undefined) return reply;
    await job.moveToWait(token);
    throw new WaitingError();
  };

  const unlessGivenUp = async (job: JobData): Promise<GradeReply | undefined> => {
    const given = Promise.withResolvers<undefined>();
    const giveUp = (): void => given.resolve(undefined);
    held.add(giveUp);
    if (interrupted.aborted) giveUp();
    try {
      return await Promise.race([given.promise, pool.grade(job)]);
    } catch (error) {
      // No fault of the hand-in's: another machine may do better.
      end.reject(error);
      return undefined;
    } finally {
      held.delete(giveUp);
    }
  };

  const stop = (): void => {
    for (const giveUp of held) giveUp();
    end.resolve(undefined);
  };
  interrupted.addEventListener('abort', stop);
  if (interrupted.aborted) stop();

  const worker = new Worker(queueName(terms), grade, {
    connection: { ...address.connection, maxRetriesPerRequest: null },
    prefix,
    concurrency: pool.places,
    lockDuration: lockMs,
    stalledInterval: stalledMs,
    maxStalledCount: mostLost,
    runRetryDelay: 1000,
  });
  worker.on('completed', onGraded).on('error', (error) => {
    // Other errors are a connection that is away, which the watch below tells, and a job that another has by now.
    if (error.name === 'ReplyError') onRefusal(new QueueProblem(address, error).text);
  });
  const others = watchOthers(options);
  try {
    await Promise.race([worker.waitUntilReady(), end.promise]);
    if (!interrupted.aborted) options.onReady();
    await end.promise;
  } finally {
    interrupted.removeEventListener('abort', stop);
    others[Symbol.dispose]();
    for (const giveUp of held) giveUp();
    await worker.close();
  }
}

/** Looks for hand-ins that wait for a worker with another course. */
function watchOthers({ address, terms, onOthers, onConnection }: QueueWorkerOptions): Disposable {
  const client = openClient(address, onConnection);
  const told = new Set([queueName(terms)]);
  const look = async (): Promise<void> => {
    for (const name of await client.smembers(registry)) {
      if (told.has(name)) continue;
      const queue = new Queue(name, { connection: client, prefix, skipMetasUpdate: true });
      if ((await queue.getWaitingCount()) === 0) continue;
      told.add(name);
      onOthers(termsOf(name));
    }
  };
  const lookSafely = (): void => void look().catch(() => undefined);
  lookSafely();
  const timer = setInterval(lookSafely, lookForOthersMs);
  return {
    [Symbol.dispose]: () => {
      clearInterval(timer);
      client.disconnect();
    },
  };
}
