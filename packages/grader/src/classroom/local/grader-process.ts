import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { GradeJob, GradeReply } from '../pool.ts';
import type { FromWorker, ToWorker, WorkerSetup } from './worker-protocol.ts';

const program = fileURLToPath(new URL('worker.ts', import.meta.url));

/** The near side of a worker: a process that grades one hand-in at a time. */
export class GraderProcess {
  readonly #child: ChildProcess;
  #said = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#said = (this.#said + text).slice(-2000)));
  }

  /** @throws {Error} when it cannot be started, or the course cannot be opened */
  static async start(setup: WorkerSetup): Promise<GraderProcess> {
    // What opens the queue is nothing for a process in which submissions are graded.
    const { TEATIME_QUEUE: _, TEATIME_QUEUE_PASSWORD: __, ...env } = process.env;
    const child = fork(program, { execArgv: ['--no-warnings'], env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const grader = new GraderProcess(child);
    const message = await grader.#ask({ t: 'setup', setup });
    if (message?.t === 'ready') return grader;
    await grader.end();
    throw new Error(message?.t === 'unfit' ? message.message : `a worker ended before it was ready: ${grader.#said}`);
  }

  /** The reply to a job; undefined when the process ended over it. */
  async grade(job: GradeJob): Promise<GradeReply | undefined> {
    const message = await this.#ask({ t: 'job', job });
    return message?.t === 'reply' ? message.reply : undefined;
  }

  /** Ends it, whatever it is doing; resolves when it is gone. */
  async end(): Promise<void> {
    if (this.#isOver()) return;
    const closed = once(this.#child, 'close');
    // Its own helpers hear that it is gone, and go too.
    this.#child.kill('SIGKILL');
    await closed;
  }

  #isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  async #ask(question: ToWorker): Promise<FromWorker | undefined> {
    if (this.#isOver()) return undefined;
    const { promise, resolve } = Promise.withResolvers<FromWorker | undefined>();
    const onMessage = (message: FromWorker): void => resolve(message);
    const onClose = (): void => resolve(undefined);
    this.#child.once('message', onMessage).once('close', onClose).once('error', onClose);
    this.#child.send(question, () => undefined);
    try {
      return await promise;
    } finally {
      this.#child.off('message', onMessage).off('close', onClose).off('error', onClose);
    }
  }
}
