import { coroutine, sleep, type Span } from '@teatime/core';
import type { brew as reference, Step } from '@teatime/exercises/cancellation';
import { call, type Call, type Ending, type Job, type JobWish, type Lab } from '@teatime/grader/kit';

/** A step for brew, and what was done with it. */
export interface Planned {
  readonly name: string;
  readonly step: Step;
  readonly start: Job<undefined>;
  readonly undo: Job<undefined>;
  readonly cleanUpMs: number;
}

/** What a step has to be like; what is not given is left to chance. */
export type Wish = Pick<JobWish<undefined>, 'name' | 'ms' | 'cleanUpMs' | 'stopped'> & {
  readonly ending?: Ending<undefined>;
  /** It takes no notice of its signal. */
  readonly deaf?: boolean;
};

/**
 * One step for each wish, of random lengths. Half of them give promises, the others coroutines.
 *
 * @param cut the step in which it will be called off: one that is begun together with the first has ended by then
 */
export function stepsOf(lab: Lab, wishes: readonly Wish[], cut = 0): readonly Planned[] {
  const names = lab.names(wishes.length);
  const drawn = lab.random.shuffle(lab.durations(wishes.length, { from: 60, to: 3000 }));
  const [first = 0, own = 0] = [drawn[0], drawn[cut]];
  const times = own > first ? drawn.with(0, own).with(cut, first) : drawn;
  const undos = lab.random.shuffle(lab.durations(wishes.length, { to: 900 }));
  return wishes.map(({ deaf = false, ending = { gives: undefined }, ...wish }, i) => {
    const name = wish.name ?? names[i] ?? '';
    const start = lab.job<undefined>({ ms: times[i] ?? 60, ending, ...wish, name });
    const undo = lab.job<undefined>({ name: `undo ${name}`, ms: undos[i] ?? 24, ending: { gives: undefined } });
    const step: Step = {
      name,
      start: (signal) => {
        // What is no signal stops nobody.
        const work = (): Promise<undefined> => start.work(signal instanceof AbortSignal && !deaf ? signal : never());
        return i % 2 === 0 ? work() : coroutine(work)();
      },
      undo: i % 2 === 0 ? undo.run : () => promiseOf(undo),
    };
    return { name, step, start, undo, cleanUpMs: wish.cleanUpMs ?? 0 };
  });
}

async function promiseOf<T>(job: Job<T>): Promise<T> {
  return await job.run();
}

/** A signal that never aborts. */
export function never(): AbortSignal {
  return new AbortController().signal;
}

/** A signal that aborts after so many milliseconds. */
export function abortsAfter(ms: number, reason: unknown): AbortSignal {
  const controller = new AbortController();
  void sleep(ms).then(() => controller.abort(reason));
  return controller.signal;
}

/** Calls brew. The list and what is in it belong to the caller, and are frozen. */
export function startOf(brew: (...args: Parameters<typeof reference>) => PromiseLike<unknown>, lab: Lab, planned: readonly Planned[], signal: AbortSignal): Call<unknown> {
  const steps = Object.freeze(planned.map(({ step }) => Object.freeze(step)));
  return call<unknown>(lab, async () => await brew(steps, signal), 'brew');
}

/** How long steps take one after the other. */
export function timeOf(planned: readonly Planned[]): number {
  return planned.reduce((sum, { start }) => sum + start.ms, 0);
}

/** The step at which it all ends, and how long it has been under way then. */
export interface Cut {
  readonly planned: Planned;
  readonly ms: number;
  readonly status: Span['status'];
}

export interface Course {
  /** When brew ends, in milliseconds since it began. */
  readonly end: number;
  readonly expected: readonly Span[];
}

/** What should run when, where brew is called off or a step fails: the steps that are done, that one, and the undoing. */
export function courseOf(begin: number, done: readonly Planned[], cut?: Cut): Course {
  let at = begin;
  const spans: Span[] = [];
  const add = (task: string, ms: number, status: Span['status'] = 'fulfilled'): void => {
    spans.push({ task, from: at, to: at + ms, status });
    at += ms;
  };
  for (const { name, start } of done) add(name, start.ms);
  if (cut) add(cut.planned.name, cut.ms, cut.status);
  for (const { undo } of done.toReversed()) add(undo.name, undo.ms);
  return { end: at - begin, expected: [{ task: 'brew', from: begin, to: at, status: 'rejected' }, ...spans] };
}
