import { Worker } from 'node:worker_threads';
import { refusing } from '../messages/submission.ts';
import type { Reading, SourceToRead } from './read-source.ts';
import type { Refusal } from './refusal.ts';
import type { TimeAccount } from './submission-time.ts';

/** How long one file may take, in milliseconds. Starting up and loading the compiler do not count: a machine may be busy. */
const patienceMs = 3000;

/**
 * Reads the files of submissions on a thread of its own, one after another. A file can make a parser overflow its stack,
 * which leaves it broken for all files after, or keep it busy for minutes: that costs the file, and a new thread.
 * The thread keeps nobody from ending.
 */
export class SourceReader {
  #thread: Promise<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * The code without its types, or what is against the file.
   *
   * @param time what the files of one submission may take together
   */
  read(file: SourceToRead, time?: TimeAccount): Promise<string | Refusal> {
    const result = this.#last.then(() => this.#read(file, time));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #read(file: SourceToRead, time: TimeAccount | undefined): Promise<string | Refusal> {
    const location = { file: file.name, line: 1, column: 1 };
    if (time?.leftMs === 0) return { cause: 'time', message: refusing.noTimeLeft, location };
    const thread = await (this.#thread ??= this.#start());
    thread.ref();
    const { reading, tookMs } = await readingOf(thread, file, Math.min(patienceMs, time?.leftMs ?? Infinity));
    time?.spend(tookMs);
    thread.unref();
    switch (reading.outcome) {
      case 'read':
        return reading.code;
      case 'refused':
        return reading.refusal;
      case 'unreadable':
        await thread.terminate();
        return { cause: 'refused', message: refusing.unreadable, location };
    }
  }

  #start(): Promise<Worker> {
    const thread = new Worker(new URL('./reader-thread.ts', import.meta.url), {
      execArgv: ['--no-warnings'],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    // One that has ended answers nobody.
    thread.once('exit', () => (this.#thread = undefined));
    return new Promise((resolve, reject) => {
      thread.once('message', () => resolve(thread)).on('error', reject);
    });
  }
}

/** What reading a file led to, and how long it took: loading the compiler does not count. */
function readingOf(thread: Worker, file: SourceToRead, mostMs: number): Promise<{ readonly reading: Reading; readonly tookMs: number }> {
  const { promise, resolve } = Promise.withResolvers<Reading>();
  const giveUp = (): void => resolve({ outcome: 'unreadable' });
  let begin = performance.now();
  let timer = setTimeout(giveUp, mostMs);
  const hear = (message: Reading | 'loading' | 'loaded'): void => {
    clearTimeout(timer);
    if (message === 'loaded') {
      begin = performance.now();
      timer = setTimeout(giveUp, mostMs);
    } else if (message !== 'loading') {
      resolve(message);
    }
  };
  // A thread that runs into its limits reports an error and exits.
  thread.on('message', hear).once('exit', giveUp);
  thread.postMessage(file);
  return promise.then((reading) => {
    clearTimeout(timer);
    thread.off('message', hear).off('exit', giveUp);
    return { reading, tookMs: performance.now() - begin };
  });
}
