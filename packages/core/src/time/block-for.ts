import { currentClock } from '../clock/current-clock.ts';
import { requireDuration } from '../clock/duration.ts';
import { currentTaskKey } from '../task/task.ts';
import { currentRecorder } from '../timeline/recorder.ts';

/**
 * Holds up the whole thread for `ms` milliseconds: no other task runs, no timer fires. The mistake that the lesson warns
 * of, kept here to be studied. Mirrors `time.sleep` inside a coroutine.
 *
 * @throws TypeError or RangeError for what `sleep` refuses
 *
 * @example
 * const playing = createTask(music().listen());
 * blockFor(seconds(3)); // the music does not even begin
 * await playing;
 */
export function blockFor(ms: number): void {
  requireDuration(ms, 'blockFor()');
  currentRecorder()?.record({ type: 'block', task: currentTaskKey(), ms });
  currentClock().block(ms);
}
