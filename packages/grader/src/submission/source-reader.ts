import { Helper } from '../helper/helper.ts';
import type { Outcome } from '../helper/helper.ts';
import { refusing } from '../messages/submission.ts';
import type { Text } from '../messages/text.ts';
import type { Cause } from '../verdict/cause.ts';
import type { SourceToRead } from './read-source.ts';
import type { Refusal } from './refusal.ts';
import type { TimeAccount } from './submission-time.ts';

/** How much processor time one file may take, in milliseconds. Starting up does not count. */
const mostMs = 3000;

/**
 * Reads the files of submissions in a process of its own, one after another. A file can make a parser overflow its stack,
 * which leaves it broken for all files after, keep it busy for minutes, or use up all memory: that costs the file, and a
 * new process.
 */
export class SourceReader {
  readonly #helper = new Helper<SourceToRead, string | Refusal>(
    { module: new URL('./reader-process.ts', import.meta.url), heapMb: 512 },
    mostMs,
  );

  /**
   * The code without its types, or what is against the file.
   *
   * @param time what the files of one submission may take together
   */
  async read(file: SourceToRead, time?: TimeAccount): Promise<string | Refusal> {
    const outcome = await this.#helper.ask(file, time);
    if (outcome.ended === 'answered') return outcome.reply;
    return { ...reasons[outcome.ended], location: { file: file.name, line: 1, column: 1 } };
  }
}

type Unanswered = Exclude<Outcome<unknown>['ended'], 'answered'>;

const reasons: Readonly<Record<Unanswered, { readonly cause: Cause; readonly message: Text }>> = {
  time: { cause: 'time', message: refusing.unreadable },
  memory: { cause: 'memory', message: refusing.unreadable },
  crash: { cause: 'refused', message: refusing.unreadable },
  'no-time-left': { cause: 'time', message: refusing.noTimeLeft },
  starved: { cause: 'unjudged', message: refusing.machineTooBusy },
};
