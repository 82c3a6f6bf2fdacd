import { type Failure, type HelperOptions, HelperProcess } from './helper-process.ts';

/** Processor time that several jobs share, in milliseconds. */
export interface Account {
  readonly leftMs: number;
  spend(ms: number): void;
}

/** What came of a job: a reply, or why there is none. */
export type Outcome<Reply> =
  | { readonly ended: 'answered'; readonly reply: Reply }
  /** `no-time-left`: the jobs before have used up what they share. */
  | { readonly ended: Failure | 'no-time-left' };

/**
 * Does jobs in a process of its own, one after another. A thread would be no boundary: one allocation that is too large
 * ends the whole program. The process stays warm between jobs, and one that had to be ended is replaced at once.
 * It keeps nobody from ending.
 */
export class Helper<Job, Reply> implements AsyncDisposable {
  readonly #options: HelperOptions;
  readonly #mostMs: number;
  #process: Promise<HelperProcess<Job, Reply>> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #over = false;

  /** @param mostMs the processor time that one job may use. Starting up is nobody's time. */
  constructor(options: HelperOptions, mostMs: number) {
    this.#options = options;
    this.#mostMs = mostMs;
  }

  /** Starts the process, if there is none, so that the next job need not wait for it. */
  warmUp(): void {
    if (this.#over) return;
    this.#process ??= HelperProcess.start(this.#options);
    // Whoever asks for something hears of it; until then nobody listens.
    this.#process.catch(() => undefined);
  }

  /**
   * Never rejects for what a job is like.
   *
   * @throws {Error} when the process cannot be started
   */
  ask(job: Job, account?: Account): Promise<Outcome<Reply>> {
    const outcome = this.#last.then(() => this.#ask(job, account));
    this.#last = outcome.catch(() => undefined);
    return outcome;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over = true;
    const process = await this.#process?.catch(() => undefined);
    await process?.end();
  }

  async #ask(job: Job, account: Account | undefined): Promise<Outcome<Reply>> {
    if (account?.leftMs === 0) return { ended: 'no-time-left' };
    const mostMs = Math.min(this.#mostMs, account?.leftMs ?? Infinity);
    let first: Failure | undefined;
    for (let leftMs = mostMs; ; ) {
      const process = await this.#running();
      if (process === undefined) return { ended: 'crash' };
      const isFresh = process.jobs === 0;
      const ending = await process.ask(job, leftMs);
      account?.spend(ending.usedMs);
      leftMs -= ending.usedMs;
      if (ending.ended === 'answered') return ending;
      this.#process = undefined;
      this.warmUp();
      // How it goes a second time depends on how little time is left.
      first ??= ending.ended;
      if ((first === 'time' || first === 'starved') && mostMs < this.#mostMs) return { ended: 'no-time-left' };
      // What earlier jobs have left in memory is not this one's fault.
      const mayBeOthers = !isFresh && (first === 'memory' || first === 'crash');
      if (!mayBeOthers || leftMs <= 0) return { ended: first };
    }
  }

  async #running(): Promise<HelperProcess<Job, Reply> | undefined> {
    const process = await this.#process;
    // One that was kept for long may have been ended meanwhile by a system short of memory.
    if (process?.isOver === true) this.#process = undefined;
    this.warmUp();
    return this.#process;
  }
}
