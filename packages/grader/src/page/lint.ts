import type { LintJob } from '../lint/lint-job.ts';
import type { LintReading } from '../lint/lint.ts';
import { reasons, withoutResult } from '../lint/static-checks.ts';
import { Questions } from './questions.ts';

/** How long reading one answer may take, in milliseconds. In the grader it is 5 s of processor time; here others may have the processor. */
const deadlineMs = 15_000;

/** Reads answers without running them, in a worker of its own, which is loaded when it is first needed. */
export class Lint implements Disposable {
  #questions: Questions<LintJob, LintReading> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Reads an answer, when those before it have been read.
   *
   * @returns undefined when nobody waits for it any more, or it cannot be read here
   */
  read(job: LintJob, signal: AbortSignal | undefined): Promise<LintReading | undefined> {
    const reading = this.#last.then(() => (signal?.aborted ? undefined : this.#read(job)));
    this.#last = reading;
    return reading;
  }

  [Symbol.dispose](): void {
    this.#questions?.[Symbol.dispose]();
    this.#questions = undefined;
  }

  async #read(job: LintJob): Promise<LintReading | undefined> {
    const questions = (this.#questions ??= new Questions('lint-worker.js'));
    try {
      await questions.ready;
      return await withinTime(questions.ask(job), () => {
        this[Symbol.dispose]();
        return { findings: withoutResult(job, reasons.time), unawaited: [], problems: [] };
      });
    } catch {
      // It could not be loaded, as without a network; the next answer tries again.
      this[Symbol.dispose]();
      return undefined;
    }
  }
}

async function withinTime<T>(work: Promise<T>, instead: () => T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(instead()), deadlineMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
