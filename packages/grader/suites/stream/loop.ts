import { sleep } from '@teatime/core';
import type * as exercise from '@teatime/exercises/stream';
import { call, fail, type FailureDetails, type Lab, type Settled, type Text } from '@teatime/grader/kit';
import { says } from './says.ts';
import type { Source } from './source.ts';

/** The function that is checked, as messages call it. */
export type Name = 'take' | 'buffer' | 'merge';

/** A stream of the student's, to be looped over. */
export interface Stream {
  readonly name: Name;
  readonly sources: readonly Source[];
  /** Calls the student's function. */
  readonly make: () => unknown;
}

type Exercise = typeof exercise;

/** What makes streams of the student's functions. */
export interface Streams {
  readonly take: (source: Source, count: number) => Stream;
  readonly buffer: (source: Source, size: number) => Stream;
  readonly merge: (...sources: readonly Source[]) => Stream;
}

export function streamsOf(answer: Exercise): Streams {
  return {
    take: (source, count) => ({ name: 'take', sources: [source], make: () => answer.take(source.iterable, count) }),
    buffer: (source, size) => ({ name: 'buffer', sources: [source], make: () => answer.buffer(source.iterable, size) }),
    merge: (...sources) => ({ name: 'merge', sources, make: () => answer.merge(...sources.map(({ iterable }) => iterable)) }),
  };
}

interface Arrival {
  readonly value: unknown;
  readonly at: number;
}

/** What a loop over a stream came to. */
export interface Loop extends Stream {
  readonly came: readonly Arrival[];
  readonly values: readonly unknown[];
  /** When it was left with `break`; undefined when it was not. */
  readonly leftAt: number | undefined;
  /** How it ended; undefined when it waits for ever. */
  readonly end: Settled<unknown> | undefined;
  /** Whether the student's iterator can be closed. */
  readonly canClose: boolean;
}

export interface LoopOptions {
  /** What is done with each item, before the next one is asked for. */
  readonly body?: (count: number) => PromiseLike<void> | undefined;
  /** After how many items the loop is left; not at all when not given. */
  readonly leaveAfter?: number;
}

/** In the timeline, in every language. */
export const loopName = 'loop';

/** Loops over a stream as `for await` does. What is no stream fails the check in words for a student. */
export async function loopOver(lab: Lab, stream: Stream, { body = () => undefined, leaveAfter }: LoopOptions = {}): Promise<Loop> {
  const { name, sources, make } = stream;
  const came: Arrival[] = [];
  const most = sources.reduce((sum, { plan }) => sum + plan.items.length, 0);
  let leftAt: number | undefined;
  let canClose = true;
  const running = call<unknown>(
    lab,
    async () => {
      const iterator = iteratorOf(name, make());
      canClose = iterator.close !== undefined;
      for (;;) {
        const { done, value } = await iterator.next();
        if (done) return;
        came.push({ value, at: lab.elapsed() });
        if (came.length > most) fail(says.tooMany(name, most));
        await body(came.length);
        if (came.length !== leaveAfter) continue;
        leftAt = lab.elapsed();
        await iterator.close?.();
        return;
      }
    },
    loopName,
  );
  const end = await running.within();
  return { ...stream, came, values: came.map(({ value }) => value), leftAt, end, canClose };
}

/** A body that is busy for so long with each item. */
export function busy(ms: (count: number) => number): (count: number) => Promise<void> {
  return (count) => sleep(ms(count));
}

/**
 * When a loop was over in which nothing had a reason to fail.
 *
 * @throws what the student's code threw: it is told with its line
 */
export function endOf({ name, sources, came, end, leftAt }: Loop, details?: FailureDetails): number {
  if (end === undefined) fail(leftAt === undefined ? says.hangs(name, came.length) : says.hangsWhenLeft(name), details);
  if (end.status === 'rejected') {
    if (isOfTheSources(sources, end.reason)) fail(says.failsWithTheSource(name, end.reason), details);
    throw end.reason;
  }
  return end.at;
}

/** Whether this is what one of the sources fails with. */
export function isOfTheSources(sources: readonly Source[], reason: unknown): boolean {
  return sources.some(({ plan: { ending } }) => ending !== undefined && 'throws' in ending && ending.throws === reason);
}

interface Step {
  readonly done: boolean;
  readonly value: unknown;
}

interface StudentIterator {
  readonly next: () => Promise<Step>;
  readonly close: (() => Promise<void>) | undefined;
}

function iteratorOf(name: Name, given: unknown): StudentIterator {
  const open = isObject(given) ? methodOf(given, Symbol.asyncIterator) : undefined;
  if (open === undefined) fail(says.noStream(name, given));
  const iterator = open();
  const next = isObject(iterator) ? methodOf(iterator, 'next') : undefined;
  if (!isObject(iterator) || next === undefined) return fail(says.noIterator(name, iterator));
  const close = methodOf(iterator, 'return');
  return {
    next: async () => stepOf(await next(), says.noStep(name)),
    close: close && (async () => void stepOf(await close(), says.noStepOfReturn(name))),
  };
}

function stepOf(step: unknown, noStep: (got: unknown) => Text): Step {
  if (!isObject(step)) return fail(noStep(step));
  return { done: Boolean(Reflect.get(step, 'done')), value: Reflect.get(step, 'value') };
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function methodOf(holder: object, name: string | symbol): (() => unknown) | undefined {
  const method: unknown = Reflect.get(holder, name);
  return typeof method === 'function' ? (): unknown => Reflect.apply(method, holder, []) : undefined;
}
