import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Meter } from '../machine/meter.ts';
import { standingOf } from '../machine/standing.ts';
import { findPrlimit } from '../sandbox/probe.ts';

export interface HelperOptions {
  /** The module that it runs, which calls `serve`. */
  readonly module: URL;
  /** What that module finds in `process.argv`, from the fifth on. */
  readonly args?: readonly string[];
  /** Mebibytes of V8's heap. */
  readonly heapMb: number;
}

/** What became of a job, and the processor time that it took, in milliseconds. */
export type Ending<Reply> = ({ readonly ended: 'answered'; readonly reply: Reply } | { readonly ended: Failure }) & { readonly usedMs: number };

/** The process used up its memory or its time; it broke down; or it got no processor on a machine that is too busy. */
export type Failure = 'memory' | 'time' | 'crash' | 'starved';

/** Its first message says that it is ready; then each job is answered by one. */
export interface Answer<Reply> {
  readonly reply: Reply;
}

const mebibyte = 2 ** 20;

/** What a process needs beside its heap: code, stacks, buffers, and some 575 MiB of data that V8 reserves and does not use. */
const besideHeapMb = 900;

/** How long it may stand still, in milliseconds of real time: the memory of a busy machine may lie on its disk. */
const mostStillMs = 60_000;

/** Process groups, which Windows does not have. */
const hasGroups = process.platform !== 'win32';

/**
 * One process that does jobs. It is bounded in memory and time, may write nothing, start nothing and reach nobody. It is
 * the grader's own code that runs there: what is kept out is what a file may do to the compiler that reads it.
 */
export class HelperProcess<Job, Reply> {
  readonly #child: ChildProcess;
  #said = '';
  #isOver = false;
  #jobs = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#said = (this.#said + text).slice(-20_000)));
    child.once('close', () => (this.#isOver = true));
  }

  /** @throws {Error} when it cannot be started */
  static async start<Job, Reply>(options: HelperOptions): Promise<HelperProcess<Job, Reply>> {
    const [program = '', ...args] = await commandOf(options);
    const child = spawn(program, args, {
      env: environment(),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // An interrupt from the keyboard is for the grader alone.
      detached: hasGroups,
    });
    const helper = new HelperProcess<Job, Reply>(child);
    const ready = once(child, 'message');
    const closed = once(child, 'close').then(([code, signal]) => {
      throw new Error(`a helper of the grader ended with ${String(signal ?? code)} before it was ready: ${helper.#said}`);
    });
    await Promise.race([ready, closed]).finally(() => void closed.catch(() => undefined));
    helper.#keepWaiting(false);
    return helper;
  }

  /** Whether it has ended, or was ended. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** How many jobs it was given. */
  get jobs(): number {
    return this.#jobs;
  }

  /**
   * Does a job; the one before must have come to its end.
   *
   * @param mostMs the processor time that it may use: a busy machine costs nobody anything
   */
  async ask(job: Job, mostMs: number): Promise<Ending<Reply>> {
    this.#jobs += 1;
    const { promise, resolve } = Promise.withResolvers<{ ended: 'answered'; reply: Reply } | { ended: Failure }>();
    const meter = new Meter(this.#child.pid ?? 0);
    const begin = meter.look();
    const onAnswer = ({ reply }: Answer<Reply>): void => resolve({ ended: 'answered', reply });
    const onClose = (): void => resolve({ ended: this.#whyItEnded() });
    let timer: NodeJS.Timeout | undefined;
    const keepWatch = (): void => {
      const standing = standingOf(meter.since(begin), { workMs: mostMs, stillMs: mostStillMs });
      if (standing.t === 'going') timer = setTimeout(keepWatch, standing.lookAgainMs);
      // It waits for nobody: one that stands still is kept from working by a disk.
      else resolve({ ended: standing.t === 'over' && standing.how === 'worked' ? 'time' : 'starved' });
    };
    this.#keepWaiting(true);
    this.#child.once('message', onAnswer).once('close', onClose);
    // Whether it could be sent is told by the end of the process.
    this.#child.send({ job }, () => undefined);
    keepWatch();
    const ending = await promise;
    const usedMs = Math.min(mostMs, meter.since(begin).workedMs);
    clearTimeout(timer);
    this.#child.off('message', onAnswer).off('close', onClose);
    if (ending.ended === 'answered') this.#keepWaiting(false);
    else await this.end();
    return { ...ending, usedMs };
  }

  /** Ends the process; resolves when it is gone. */
  async end(): Promise<void> {
    if (this.#isOver) return;
    const closed = once(this.#child, 'close');
    this.#keepWaiting(true);
    this.#child.kill('SIGKILL');
    await closed;
  }

  #whyItEnded(): Failure {
    // Nobody but the system kills it from outside, and then because memory is short.
    const isShortOfMemory = this.#child.signalCode === 'SIGKILL' || outOfMemory.test(this.#said);
    return isShortOfMemory ? 'memory' : 'crash';
  }

  /** Whether this program goes on for the sake of the process. */
  #keepWaiting(wait: boolean): void {
    const { channel, stderr } = this.#child;
    const handles = [this.#child, channel, ...(stderr instanceof Socket ? [stderr] : [])];
    for (const handle of handles) {
      if (wait) handle?.ref();
      else handle?.unref();
    }
  }
}

const outOfMemory = /out of memory|allocation failed|bad_alloc/i;

async function commandOf({ module, args = [], heapMb }: HelperOptions): Promise<readonly string[]> {
  const prlimit = await findPrlimit();
  const mostBytes = (heapMb + besideHeapMb) * mebibyte;
  const cache = process.env['NODE_COMPILE_CACHE'];
  return [
    ...(prlimit === undefined ? [] : [prlimit, `--data=${mostBytes}`, '--nofile=256', '--core=0', '--']),
    process.execPath,
    '--permission',
    '--allow-fs-read=*',
    ...(cache === undefined ? [] : [`--allow-fs-write=${cache}`]),
    '--allow-worker',
    '--no-addons',
    '--no-warnings',
    '--disable-sigusr1',
    `--max-old-space-size=${heapMb}`,
    fileURLToPath(module),
    String(mostBytes),
    String(process.pid),
    ...args,
  ];
}

/** Nothing of this program's surroundings but where compiled code is kept. */
function environment(): NodeJS.ProcessEnv {
  const cache = process.env['NODE_COMPILE_CACHE'];
  return cache === undefined ? {} : { NODE_COMPILE_CACHE: cache };
}
