import { thread, type Thread, type ThreadOptions, type ThreadScript } from '@teatime/core';
import type { Site } from './job.ts';

/**
 * Threads for a submission that starts its own: it is given `start`, and what it does with them is on record. They are core's
 * `thread`: their work takes virtual time, and holds nobody up.
 *
 * @example
 * const job = lab.job({ name: 'crossword' });
 * const threads = new Threads(lab, async (_message, { signal }) => await job.work(signal));
 * const solve = async (worker: Thread): Promise<unknown> => {
 *   const { promise, resolve } = Promise.withResolvers<unknown>();
 *   worker.on('message', resolve);
 *   worker.postMessage('crossword');
 *   return promise;
 * };
 * await call(lab, () => solve(threads.start())).fulfilled(says.neverEnds);
 * assert(threads.all.length === 1 && threads.all[0]?.overlaps === 0, says.other(threads.all.length));
 */
export class Threads<Answer> {
  /** Starts a thread, for the submission to call. */
  readonly start: () => Thread<Answer>;
  readonly #all: SeenThread[] = [];

  /**
   * @param site the lab
   * @param script what runs in each of them; give its signal to the work, `job.work(signal)`
   */
  constructor(site: Site, script: ThreadScript<Answer>, options: ThreadOptions = {}) {
    this.start = () => {
      const record = new Record(site, `thread ${this.#all.length + 1}`);
      this.#all.push(record);
      const counted: ThreadScript<Answer> = async (message, side) => {
        try {
          return await script(message, side);
        } finally {
          record.pending -= 1;
        }
      };
      return new RecordedThread(thread(counted, options), record);
    };
  }

  /** All that were started, in this order. */
  get all(): readonly SeenThread[] {
    return this.#all;
  }

  /** Those that are neither terminated nor gone. */
  get alive(): readonly SeenThread[] {
    return this.#all.filter(({ terminatedAt, endedAt }) => terminatedAt === undefined && endedAt === undefined);
  }
}

/**
 * What a submission did with a thread, and what became of it. Times are virtual milliseconds since the check began, or its part.
 *
 * @example
 * const threads = new Threads(lab, () => lab.text());
 * const idle = (seen: SeenThread): boolean => seen.posted.length === 0;
 * assert(!threads.all.some(idle), says.other(threads.all.length));
 */
export interface SeenThread {
  /** As messages call it: the first is `thread 1`. */
  readonly name: string;
  readonly startedAt: number;
  /** What was posted, in this order, as it arrived. */
  readonly posted: readonly unknown[];
  /** What was posted when the thread was terminated or gone: nobody ever sees it. */
  readonly lost: readonly unknown[];
  /** The errors with which messages were refused. */
  readonly refusals: readonly unknown[];
  /** How often something was posted while the thread was still at work. */
  readonly overlaps: number;
  /** Which events the submission listens to. */
  readonly listensTo: ReadonlySet<string>;
  /** What its listeners threw. In a real program that is an uncaught exception. */
  readonly slips: readonly unknown[];
  /** When `terminate` was first called; undefined when it was not. */
  readonly terminatedAt: number | undefined;
  /** When the thread was gone, whatever ended it; undefined while it is there. */
  readonly endedAt: number | undefined;
}

class Record implements SeenThread {
  readonly site: Site;
  readonly name: string;
  readonly startedAt: number;
  readonly posted: unknown[] = [];
  readonly lost: unknown[] = [];
  readonly refusals: unknown[] = [];
  readonly listensTo = new Set<string>();
  readonly slips: unknown[] = [];
  overlaps = 0;
  pending = 0;
  terminatedAt: number | undefined;
  endedAt: number | undefined;

  constructor(site: Site, name: string) {
    this.site = site;
    this.name = name;
    this.startedAt = site.elapsed();
    // Its end takes one, and so does each of the two that a submission may set around it.
    site.expectTimers(3);
  }
}

type Listening<Answer> =
  | [event: 'message', listener: (answer: Answer) => void]
  | [event: 'error', listener: (error: unknown) => void]
  | [event: 'exit', listener: (code: number) => void];

/** What the submission gets to see: three methods, and nothing of the record. An instance of a class, so that it keeps its identity. */
class RecordedThread<Answer> implements Thread<Answer> {
  readonly #thread: Thread<Answer>;
  readonly #record: Record;

  constructor(inner: Thread<Answer>, record: Record) {
    this.#thread = inner;
    this.#record = record;
    // Without a listener the error would be uncaught in the suite's own process.
    inner.on('error', () => {});
    inner.on('exit', () => {
      record.endedAt = record.site.elapsed();
    });
  }

  postMessage(message: unknown): void {
    const record = this.#record;
    const isGone = record.terminatedAt !== undefined || record.endedAt !== undefined;
    let copy: unknown;
    try {
      copy = structuredClone(message);
    } catch (error) {
      record.refusals.push(error);
      throw error;
    }
    (isGone ? record.lost : record.posted).push(copy);
    if (isGone) return;
    if (record.pending > 0) record.overlaps += 1;
    record.pending += 1;
    this.#thread.postMessage(copy);
  }

  on(...[event, listener]: Listening<Answer>): void {
    // A submission may give anything.
    if (typeof listener !== 'function') throw new TypeError(`the listener of '${event}' has to be a function`);
    this.#record.listensTo.add(event);
    switch (event) {
      case 'message':
        this.#thread.on(event, this.#watched(listener));
        break;
      case 'error':
        this.#thread.on(event, this.#watched(listener));
        break;
      case 'exit':
        this.#thread.on(event, this.#watched(listener));
    }
  }

  terminate(): Promise<number> {
    this.#record.terminatedAt ??= this.#record.site.elapsed();
    return this.#thread.terminate();
  }

  #watched<T>(listener: (value: T) => void): (value: T) => void {
    return (value) => {
      try {
        listener(value);
      } catch (error) {
        this.#record.slips.push(error);
      }
    };
  }
}
