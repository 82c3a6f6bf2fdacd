import { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import { queueTexts } from '../../messages/queue.ts';
import type { GradeJob, GradeReply, Pool } from '../pool.ts';
import type { QueueAddress } from './address.ts';
import { openClient, prefix, queueName, reach, registry } from './class-queue.ts';
import type { Terms } from './class-queue.ts';
import { replySchema } from './job-data.ts';
import type { JobData } from './job-data.ts';
import { QueueProblem } from './queue-problem.ts';

export interface QueuePoolOptions {
  readonly address: QueueAddress;
  readonly terms: Terms;
  /** Redis does not answer any more, or does again. */
  readonly onConnection: (isThere: boolean) => void;
}

/** How many jobs lie in Redis at once: as many as the workers of some machines are busy with. A class may be larger than Redis. */
const places = 256;

/** What a hand-in may have is far below; Redis itself takes 512 MB. */
const mostBytes = 16_000_000;

/** A reply that nobody took, in seconds. */
const keptFor = 7 * 24 * 3600;

/** The news that a job has ended are lost where the connection was; so all are asked after, that often. */
const lookAgainMs = 5000;

interface Pending {
  readonly job: GradeJob;
  readonly resolve: (reply: GradeReply) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Graders on any number of machines, behind a queue in Redis.
 *
 * @throws {QueueProblem} when Redis cannot be reached
 */
export async function openQueuePool(options: QueuePoolOptions): Promise<QueuePool> {
  await reach(options.address);
  const pool = new QueuePool(options);
  await pool.ready();
  return pool;
}

/** See `openQueuePool`. */
export class QueuePool implements Pool {
  readonly places = places;
  readonly #options: QueuePoolOptions;
  readonly #client: Redis;
  readonly #queue: Queue<JobData>;
  readonly #events: QueueEvents;
  readonly #pending = new Map<string, Pending>();
  readonly #timer: NodeJS.Timeout;

  constructor(options: QueuePoolOptions) {
    const { connection } = options.address;
    const name = queueName(options.terms);
    this.#options = options;
    this.#client = openClient(options.address, options.onConnection);
    // BullMQ writes results into its events, too: they shall not fill Redis.
    this.#queue = new Queue(name, { connection: this.#client, prefix, streams: { events: { maxLen: 100 } } });
    this.#events = new QueueEvents(name, { connection, prefix });
    // The client tells of them.
    this.#queue.on('error', () => undefined);
    this.#events.on('error', () => undefined);
    this.#events.on('completed', ({ jobId }) => void this.#look(jobId)).on('failed', ({ jobId }) => void this.#look(jobId));
    this.#timer = setInterval(() => {
      for (const id of this.#pending.keys()) void this.#look(id);
    }, lookAgainMs);
  }

  /** @throws {QueueProblem} */
  async ready(): Promise<void> {
    await this.#asking(Promise.all([this.#queue.waitUntilReady(), this.#events.waitUntilReady()]));
  }

  /** Whether there is anybody who grades. @throws {QueueProblem} */
  async hasWorkers(): Promise<boolean> {
    return (await this.#asking(this.#queue.getWorkers())).length > 0;
  }

  /** @throws {QueueProblem} when Redis takes no jobs. While it is not there, this waits */
  async grade(job: GradeJob): Promise<GradeReply> {
    const bytes = Object.values(job.files).reduce((sum, file) => sum + file.length, 0);
    if (bytes > mostBytes) return { state: 'crashed', reason: queueTexts.tooLarge(mostBytes) };
    const { promise, resolve, reject } = Promise.withResolvers<GradeReply>();
    this.#pending.set(job.id, { job, resolve, reject });
    try {
      await this.#asking(this.#add(job));
      // An earlier run may have had it graded.
      void this.#look(job.id);
      return await promise;
    } finally {
      this.#pending.delete(job.id);
    }
  }

  async forget(id: string): Promise<void> {
    // One that is being graded stays until whoever does it has come to the end.
    await this.#asking(this.#queue.remove(id));
  }

  /** Waits for no farewell: where Redis has just been lost, BullMQ's own would never come to its end. */
  [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    this.#pending.clear();
    for (const one of [this.#events, this.#queue]) one.close().catch(() => undefined);
    this.#client.disconnect();
    return Promise.resolve();
  }

  async #add(job: GradeJob): Promise<void> {
    const { courseHash } = this.#options.terms;
    await this.#client.sadd(registry, this.#queue.name);
    // The same id again is no second job.
    await this.#queue.add('grade', { ...job, courseHash }, { jobId: job.id, removeOnComplete: { age: keptFor }, removeOnFail: { age: keptFor } });
  }

  /** Takes the reply to a job if there is one. */
  async #look(id: string): Promise<void> {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    try {
      const state = await this.#queue.getJobState(id);
      // Redis came back without what it had.
      if (state === 'unknown' && this.#pending.has(id)) await this.#add(pending.job);
      if (state !== 'completed' && state !== 'failed') return;
      const job = await this.#queue.getJob(id);
      if (job !== undefined) pending.resolve(state === 'completed' ? replyOf(job.returnvalue) : failureOf(job.failedReason));
    } catch (error) {
      if (this.#pending.has(id)) pending.reject(new QueueProblem(this.#options.address, error));
    }
  }

  async #asking<T>(question: Promise<T>): Promise<T> {
    try {
      return await question;
    } catch (error) {
      throw new QueueProblem(this.#options.address, error);
    }
  }
}

function replyOf(value: unknown): GradeReply {
  const reply = replySchema.safeParse(value);
  return reply.success ? reply.data : { state: 'crashed', reason: queueTexts.noReply };
}

/** @param reason in BullMQ's words */
function failureOf(reason: string): GradeReply {
  return { state: 'crashed', reason: reason.includes('stalled') ? queueTexts.workersLost : queueTexts.noReply };
}
