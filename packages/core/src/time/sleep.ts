import { currentClock } from '../clock/current-clock.ts';
import { requireDuration } from '../clock/duration.ts';
import { currentTaskKey } from '../task/task.ts';
import { currentRecorder } from '../timeline/recorder.ts';

/**
 * What ends a sleep before its time.
 *
 * @example
 * const stop = new AbortController();
 * const options: SleepOptions = { signal: stop.signal };
 * const resting = sleep(seconds(3), options);
 * stop.abort(new Error('the kettle whistles'));
 * await resting.catch((reason: unknown) => console.log(reason));
 */
export interface SleepOptions {
  /** Ends the sleep early: it rejects with the signal's reason and its timer is cleared. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Pauses whoever awaits it and lets everything else go on. `sleep(0)` is one turn of the loop. Mirrors `asyncio.sleep`.
 *
 * @param ms milliseconds; `seconds(3)` is 3000
 * @returns a promise; rejects with a TypeError when `ms` is not a number, with a RangeError when it is NaN, negative or
 *   more than 2^31-1, and with the signal's reason when the signal aborts
 *
 * @example
 * const elapsed = stopwatch();
 * await Promise.all([sleep(seconds(3)), sleep(seconds(2))]);
 * console.log(Math.round(elapsed() / 1000)); // 3
 */
export function sleep(ms: number, { signal }: SleepOptions = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    requireDuration(ms, 'sleep()');
    signal?.throwIfAborted();
    const clock = currentClock();
    const notes = notesOnTimer();
    const wake = (): void => {
      signal?.removeEventListener('abort', stop);
      notes?.fired();
      resolve();
    };
    const stop = (): void => {
      clock.clearTimer(id);
      notes?.cleared();
      reject(signal?.reason);
    };
    const id = clock.setTimer(wake, ms);
    notes?.set(id, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

interface TimerNotes {
  set(id: number, ms: number): void;
  fired(): void;
  cleared(): void;
}

/** Writes down what happens to a sleep's timer; nothing, and at no cost, when nobody records. */
function notesOnTimer(): TimerNotes | undefined {
  const recorder = currentRecorder();
  if (recorder === undefined) return undefined;
  const task = currentTaskKey();
  let timer = 0;
  return {
    set: (id, ms) => {
      timer = id;
      recorder.record({ type: 'timer.set', task, id, at: recorder.time() + ms });
    },
    fired: () => recorder.record({ type: 'timer.fire', task, id: timer }),
    cleared: () => recorder.record({ type: 'timer.clear', task, id: timer }),
  };
}
