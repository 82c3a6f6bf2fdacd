import { Worker } from 'node:worker_threads';
import type { TimeAccount } from '../submission/submission-time.ts';
import type { Finding } from '../verdict/finding.ts';
import type { LintJob } from './lint-job.ts';
import { reasons, withoutResult } from './static-checks.ts';

export interface LintWorkerOptions {
  /** `packages/exercises`: submissions are read as if they lay there. */
  readonly directory: string;
  /** How long one submission may take, in milliseconds; 5000 when not given. Starting up does not count. */
  readonly deadlineMs?: number;
}

/**
 * Lints submissions on a thread of its own, beside the suites, one after another.
 * A submission that takes for ever costs its own findings and a new thread, nothing else.
 */
export class LintWorker implements AsyncDisposable {
  readonly #directory: string;
  readonly #deadlineMs: number;
  #thread: Promise<Worker>;
  #last: Promise<unknown> = Promise.resolve();
  #over = false;

  constructor({ directory, deadlineMs = 5000 }: LintWorkerOptions) {
    this.#directory = directory;
    this.#deadlineMs = deadlineMs;
    this.#thread = started(directory);
  }

  /**
   * One finding a check. Never rejects for what a submission says.
   *
   * @param time what the files of one submission may take together
   * @throws when the thread itself cannot be started
   */
  lint(job: LintJob, time?: TimeAccount): Promise<Finding[]> {
    const findings = this.#last.then(() => this.#lint(job, time));
    this.#last = findings.catch(() => undefined);
    return findings;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over = true;
    const thread = await this.#thread.catch(() => undefined);
    await thread?.terminate();
  }

  async #lint(job: LintJob, time: TimeAccount | undefined): Promise<Finding[]> {
    if (this.#over) return withoutResult(job, reasons.failed);
    const thread = await this.#thread;
    if (time?.leftMs === 0) return withoutResult(job, reasons.noTimeLeft);
    const deadlineMs = Math.min(this.#deadlineMs, time?.leftMs ?? Infinity);
    const begin = performance.now();
    const outcome = await outcomeOf(thread, job, deadlineMs);
    time?.spend(performance.now() - begin);
    if (typeof outcome !== 'string') return outcome;
    await thread.terminate();
    this.#replaceThread();
    const isShortOfTime = outcome === 'tooSlow' && deadlineMs < this.#deadlineMs;
    return withoutResult(job, reasons[isShortOfTime ? 'noTimeLeft' : outcome]);
  }

  /** A new thread for the next submission, unless nobody waits for one any more. */
  #replaceThread(): void {
    if (!this.#over) this.#thread = started(this.#directory);
  }
}

/** The thread once it has loaded TypeScript and the libraries. */
function started(directory: string): Promise<Worker> {
  const { promise, resolve, reject } = Promise.withResolvers<Worker>();
  const thread = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: directory,
    // Types can grow without an end; without a limit of its own the thread would take the whole process with it.
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  // One that is given up may still report that it ran out of memory.
  thread.on('error', () => undefined);
  const settle = (): void => {
    thread.off('message', ready).off('error', reject).off('exit', gone);
  };
  const ready = (): void => {
    settle();
    resolve(thread);
  };
  const gone = (code: number): void => {
    reject(new Error(`the linter's thread ended with code ${String(code)} before it was ready`));
  };
  thread.once('message', ready).once('error', reject).once('exit', gone);
  // Whoever asks for the first findings hears of it; until then nobody listens.
  promise.catch(() => undefined);
  return promise;
}

/** What the thread found, or why it found nothing. */
function outcomeOf(thread: Worker, job: LintJob, deadlineMs: number): Promise<Finding[] | 'failed' | 'tooSlow'> {
  const { promise, resolve } = Promise.withResolvers<Finding[] | 'failed' | 'tooSlow'>();
  const failed = (): void => {
    resolve('failed');
  };
  const timer = setTimeout(() => {
    resolve('tooSlow');
  }, deadlineMs);
  thread.once('message', resolve).once('error', failed).once('exit', failed);
  thread.postMessage(job);
  return promise.finally(() => {
    clearTimeout(timer);
    thread.off('message', resolve).off('error', failed).off('exit', failed);
  });
}
