import { classTexts } from '../../messages/grade-class.ts';
import type { GradeJob, GradeReply, Pool } from '../pool.ts';
import { GraderProcess } from './grader-process.ts';
import type { WorkerSetup } from './worker-protocol.ts';

/** How often a job is tried whose worker came to an end over it: the first time may have been another's fault. */
const tries = 2;

/** Worker processes on this machine. Each starts with the first job that finds none free, and stays warm. */
export class LocalPool implements Pool {
  readonly places: number;
  readonly #setup: WorkerSetup;
  readonly #free: GraderProcess[] = [];
  readonly #all = new Set<GraderProcess>();
  readonly #waiting: PromiseWithResolvers<undefined>[] = [];
  #busy = 0;
  #over = false;

  /** @param places how many hand-ins are graded at once */
  constructor(setup: WorkerSetup, places: number) {
    this.#setup = setup;
    this.places = places;
  }

  /** @throws {Error} when no worker can be started */
  async grade(job: GradeJob): Promise<GradeReply> {
    await this.#place();
    try {
      for (let left = tries; left > 0 && !this.#over; left -= 1) {
        const reply = await this.#gradeOnce(job);
        if (reply !== undefined) return reply;
      }
      return { state: 'crashed', reason: classTexts.crashed };
    } finally {
      this.#leave();
    }
  }

  /** Replies are handed over, and not kept. */
  forget(): Promise<void> {
    return Promise.resolve();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over = true;
    await Promise.all([...this.#all].map((worker) => worker.end()));
  }

  async #gradeOnce(job: GradeJob): Promise<GradeReply | undefined> {
    const worker = this.#free.pop() ?? (await GraderProcess.start(this.#setup));
    this.#all.add(worker);
    // Whoever disposed of the pool meanwhile knew nothing of this one.
    if (this.#over) await worker.end();
    const reply = await worker.grade(job);
    if (reply !== undefined) this.#free.push(worker);
    else this.#all.delete(worker);
    return reply;
  }

  async #place(): Promise<void> {
    if (this.#busy < this.places) {
      this.#busy += 1;
      return;
    }
    const place = Promise.withResolvers<undefined>();
    this.#waiting.push(place);
    await place.promise;
  }

  /** The place goes to whoever has waited longest. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#busy -= 1;
    else next.resolve(undefined);
  }
}
