import { queueTexts } from '../../messages/queue.ts';
import type { Text } from '../../messages/text.ts';
import type { QueueAddress } from './address.ts';

/** Redis is not there, or does not do what it was asked. */
export class QueueProblem extends Error {
  override readonly name = 'QueueProblem';
  readonly text: Text;

  /**
   * @param error what a client threw. It is not kept: it holds the command that it is about, which may be the one with the
   *   password, and Redis repeats in its messages what it was sent
   */
  constructor(address: QueueAddress, error: unknown) {
    const word = wordOf(error);
    const text = refusals.has(word) ? queueTexts.refused(address.shown, word) : queueTexts.noAnswer(address.shown, word);
    super(text.en);
    this.text = text;
  }
}

const refusals: ReadonlySet<string> = new Set(['WRONGPASS', 'NOAUTH', 'NOPERM']);

/** The code of the system's error, or the word that Redis begins its own with. */
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return 'ERR';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^(?<word>[A-Z]{2,20})\b/.exec(error.message)?.groups?.['word'] ?? 'ERR';
}
