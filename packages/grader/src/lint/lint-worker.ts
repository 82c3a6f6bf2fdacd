import { Helper } from '../helper/helper.ts';
import type { TimeAccount } from '../submission/submission-time.ts';
import type { LintJob, LintReply } from './lint-job.ts';
import { reasons, withoutResult } from './static-checks.ts';

export interface LintWorkerOptions {
  /** `packages/exercises`: submissions are read as if they lay there. */
  readonly directory: string;
  /** How much processor time one submission may take, in milliseconds; 5000 when not given. Starting up does not count. */
  readonly deadlineMs?: number;
}

/**
 * Lints submissions in a process of its own, beside the suites, one after another.
 * A submission that takes for ever, or all memory, costs its own findings and a new process, nothing else.
 */
export class LintWorker implements AsyncDisposable {
  readonly #helper: Helper<LintJob, LintReply>;

  constructor({ directory, deadlineMs = 5000 }: LintWorkerOptions) {
    const module = new URL('./lint-process.ts', import.meta.url);
    this.#helper = new Helper({ module, args: [directory], heapMb: 800 }, deadlineMs);
    this.#helper.warmUp();
  }

  /**
   * What can be said without running it. Never rejects for what a submission says.
   *
   * @param time what the files of one submission may take together
   * @throws when the process itself cannot be started
   */
  async lint(job: LintJob, time?: TimeAccount): Promise<LintReply> {
    const outcome = await this.#helper.ask(job, time);
    return outcome.ended === 'answered' ? outcome.reply : { findings: withoutResult(job, reasons[outcome.ended]), unawaited: [] };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#helper[Symbol.asyncDispose]();
  }
}
