import type { TimelineEvent } from './event.ts';

/**
 * A trace in the format that Chrome's and Perfetto's viewers open. Times are microseconds.
 *
 * @example
 * const trace: ChromeTrace = chromeTrace(eventsOf([{ task: 'kettle', from: 0, to: 3000 }]));
 * console.log(JSON.stringify(trace));
 */
export interface ChromeTrace {
  readonly displayTimeUnit: 'ms';
  readonly traceEvents: readonly ChromeTraceEvent[];
}

/**
 * One event of a Chrome trace. Times are microseconds.
 *
 * @example
 * const { traceEvents } = chromeTrace(eventsOf([{ task: 'kettle', from: 0, to: 3000 }]));
 * const begins: readonly ChromeTraceEvent[] = traceEvents.filter(({ ph }) => ph === 'B');
 */
export interface ChromeTraceEvent {
  readonly name: string;
  /** The phase: B and E begin and end a slice, i is an instant, X a slice with a duration, M says something about a thread. */
  readonly ph: 'B' | 'E' | 'i' | 'X' | 'M';
  readonly ts: number;
  readonly dur?: number;
  readonly pid: 1;
  readonly tid: number;
  /** How far an instant is drawn: t is its own thread. */
  readonly s?: 't';
  readonly args?: Readonly<Record<string, string | number | null>>;
}

/**
 * The timeline as a Chrome trace, every task on a thread of its own: write it to a file with `JSON.stringify` and open
 * that in https://ui.perfetto.dev. Events of the same instant are 1 µs apart, so that steps of no length can be seen.
 *
 * @example
 * const recorder = new Recorder();
 * const stop = useRecorder(recorder);
 * await runVirtual(() => run(kettle().boil()));
 * stop();
 * console.log(JSON.stringify(chromeTrace(recorder.events)));
 */
export function chromeTrace(events: readonly TimelineEvent[]): ChromeTrace {
  const threads = new Map<string | null, number>([[null, 0]]);
  const names = new Map<string, string>();
  const traceEvents: ChromeTraceEvent[] = [{ name: 'thread_name', ph: 'M', ts: 0, pid: 1, tid: 0, args: { name: 'event loop' } }];
  let last = -1;
  for (const event of events) {
    last = Math.max(event.t * 1000, last + 1);
    const tid = threads.get(event.task) ?? threads.size;
    threads.set(event.task, tid);
    traceEvents.push(...translate(event, { ts: last, pid: 1, tid }, names));
  }
  return { displayTimeUnit: 'ms', traceEvents };
}

type Place = Pick<ChromeTraceEvent, 'ts' | 'pid' | 'tid'>;

function translate(event: TimelineEvent, place: Place, names: Map<string, string>): ChromeTraceEvent[] {
  const instant = (name: string, args: NonNullable<ChromeTraceEvent['args']> = {}): ChromeTraceEvent[] => [
    { name, ph: 'i', s: 't', ...place, args },
  ];
  switch (event.type) {
    case 'task.create':
      names.set(event.task, event.name);
      return [
        { name: 'thread_name', ph: 'M', ...place, args: { name: event.name } },
        { name: event.name, ph: 'B', ...place, args: { by: event.by } },
      ];
    case 'task.rename':
      return [{ name: 'thread_name', ph: 'M', ...place, args: { name: event.name } }];
    case 'task.step.begin':
      return [{ name: 'step', ph: 'B', ...place }];
    case 'task.step.end':
      return [{ name: 'step', ph: 'E', ...place }];
    case 'task.done':
      return [{ name: names.get(event.task) ?? event.task, ph: 'E', ...place, args: { status: event.status } }];
    case 'task.await':
      return instant(`await ${event.on}`);
    case 'task.cancel':
      return instant('cancel');
    case 'timer.set':
      return instant('timer set', { id: event.id, at: event.at });
    case 'timer.fire':
      return instant('timer fires', { id: event.id });
    case 'timer.clear':
      return instant('timer cleared', { id: event.id });
    case 'block':
      return [{ name: 'blocked', ph: 'X', dur: event.ms * 1000, ...place }];
    case 'log':
      return instant(event.text);
  }
}
