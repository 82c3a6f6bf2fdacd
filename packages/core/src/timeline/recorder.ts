import { currentClock } from '../clock/current-clock.ts';
import type { TaskStatus, TimelineEntry, TimelineEvent } from './event.ts';

/**
 * Writes down what happens, as long as it is in use; see {@link useRecorder}.
 *
 * @example
 * const recorder = new Recorder();
 * const finish = recorder.begin('kettle');
 * await sleep(20);
 * finish();
 * console.log(gantt(recorder.events));
 */
export class Recorder {
  readonly #events: TimelineEvent[] = [];
  readonly #began = currentClock().now();
  #spans = 0;

  /** What has happened so far, in order. */
  get events(): readonly TimelineEvent[] {
    return this.#events;
  }

  /** The time on the timeline: milliseconds since the virtual clock began, or, on the real one, since the recorder was made. */
  time(): number {
    const clock = currentClock();
    return clock.elapsed?.() ?? clock.now() - this.#began;
  }

  /** Adds an event that happens now. */
  record(entry: TimelineEntry): void {
    this.#events.push({ v: 1, seq: this.#events.length, t: this.time(), ...entry });
  }

  /**
   * Records work that is not a task as if it were one.
   *
   * @returns what ends it, with the status 'fulfilled' if not told otherwise
   */
  begin(name: string): (status?: TaskStatus) => void {
    const task = `s${++this.#spans}`;
    this.record({ type: 'task.create', task, name, by: null });
    return (status = 'fulfilled') => this.record({ type: 'task.done', task, status });
  }
}

let current: Recorder | undefined;

/**
 * The recorder that tasks, sleeps and blocks report to; undefined, and nothing is recorded, unless one is in use.
 *
 * @example
 * const finish = currentRecorder()?.begin('kettle');
 * await sleep(20);
 * finish?.();
 */
export function currentRecorder(): Recorder | undefined {
  return current;
}

/**
 * Has everything reported to this recorder, until the returned function is called.
 *
 * @example
 * const recorder = new Recorder();
 * const stop = useRecorder(recorder);
 * await runVirtual(() => run(kettle().boil()));
 * stop();
 * console.log(spansOf(recorder.events).map(({ task }) => task));
 */
export function useRecorder(recorder: Recorder): () => void {
  const outer = current;
  current = recorder;
  return () => {
    if (current === recorder) current = outer;
  };
}
