import { sleep, type SleepOptions } from '../time/sleep.ts';
import { currentRecorder } from '../timeline/recorder.ts';

/** Takes so many milliseconds, and stands in the timeline under this name; as cancelled when the signal aborts. Rejects with its reason then. */
export async function takeTime(name: string, ms: number, options: SleepOptions): Promise<void> {
  const finish = currentRecorder()?.begin(name);
  try {
    await sleep(ms, options);
  } catch (reason) {
    finish?.('cancelled');
    throw reason;
  }
  finish?.();
}
