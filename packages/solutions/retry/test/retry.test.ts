import { runVirtual, sleep, stopwatch } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { programs } from '../../test/programs.ts';
import { retry, retryAfter } from '../retry.ts';

/** What an attempt does. All times of a program are milliseconds. */
interface Attempt {
  readonly ms: number;
  readonly end: 'result' | 'failure' | 'fatal failure';
  /** How long its failure asks to stay away. */
  readonly asked: number | undefined;
  /** Which share of the pause behind it is waited. */
  readonly draw: number;
}

interface Program {
  /** As many as may be made. */
  readonly plans: readonly Attempt[];
  readonly baseMs: number;
  readonly factor: number;
  readonly maxMs: number;
  readonly attemptMs: number | undefined;
  /** When the caller stops it all. */
  readonly stop: number | undefined;
}

// Attempts end and pauses begin at even moments, limits are reached between them, and a stop comes at an odd one: nothing happens
// at the moment of something else, so that the model need not say what is first.
const plan: fc.Arbitrary<Attempt> = fc.record({
  ms: fc.integer({ min: 0, max: 9 }).map((n) => 4 * n),
  end: fc.constantFrom('failure', 'failure', 'failure', 'fatal failure', 'result'),
  asked: fc.option(fc.integer({ min: 0, max: 30 }).map((n) => 4 * n), { nil: undefined }),
  draw: fc.constantFrom(0, 0.5, 1),
});
const program: fc.Arbitrary<Program> = fc.record({
  plans: fc.array(plan, { minLength: 1, maxLength: 5 }),
  baseMs: fc.integer({ min: 0, max: 4 }).map((n) => 8 * n),
  factor: fc.integer({ min: 1, max: 3 }),
  maxMs: fc.integer({ min: 0, max: 12 }).map((n) => 8 * n),
  attemptMs: fc.option(fc.integer({ min: 0, max: 8 }).map((n) => 4 * n + 2), { nil: undefined }),
  stop: fc.option(fc.integer({ min: 0, max: 80 }).map((n) => 2 * n + 1), { nil: undefined }),
});

/** How it ended, when, and when each attempt began. */
interface Outcome {
  readonly end: string;
  readonly at: number;
  readonly begins: readonly number[];
}

function expected({ plans, baseMs, factor, maxMs, attemptMs = Infinity, stop = Infinity }: Program): Outcome {
  const begins: number[] = [];
  let at = 0;
  let most = baseMs;
  for (const [i, { ms, end, asked = 0, draw }] of plans.entries()) {
    begins.push(at);
    at += Math.min(ms, attemptMs);
    const isLate = ms > attemptMs;
    if (at > stop) return { end: 'stopped', at: stop, begins };
    if (!isLate && end === 'result') return { end: `result ${i + 1}`, at, begins };
    const isFatal = !isLate && end === 'fatal failure';
    if (isFatal || i === plans.length - 1) return { end: isLate ? 'TimeoutError' : `${end} ${i + 1}`, at, begins };
    at += Math.max(Math.min(most, maxMs) * draw, isLate ? 0 : asked);
    if (at > stop) return { end: 'stopped', at: stop, begins };
    most *= factor;
  }
  return { end: 'never', at, begins };
}

class Failure extends Error {
  readonly isFatal: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { end, asked }: Attempt) {
    super(message);
    this.isFatal = end === 'fatal failure';
    this.retryAfterMs = asked;
  }
}

async function actual({ plans, attemptMs, stop, ...pauses }: Program): Promise<Outcome> {
  const elapsed = stopwatch();
  const begins: number[] = [];
  const caller = new AbortController();
  const reason = new Error('stopped');
  const stopping = stop === undefined ? undefined : setTimeout(() => caller.abort(reason), stop);
  const draws = plans.values();
  const work = async (attempt: number, signal: AbortSignal): Promise<string> => {
    begins.push(elapsed());
    const plan = plans[attempt - 1];
    if (!plan) throw new Error(`nobody asked for attempt ${attempt}`);
    await sleep(plan.ms, { signal });
    const told = `${plan.end} ${attempt}`;
    if (plan.end !== 'result') throw new Failure(told, plan);
    return told;
  };
  const options = {
    ...pauses,
    attempts: plans.length,
    random: () => draws.next().value?.draw ?? 1,
    isRetryable: (error: unknown) => !(error instanceof Failure && error.isFatal),
    signal: caller.signal,
    ...(attemptMs !== undefined && { attemptMs }),
  };
  const [settled] = await Promise.allSettled([retry(work, options)]);
  const at = elapsed();
  clearTimeout(stopping);
  return { end: settled.status === 'fulfilled' ? settled.value : nameOf(settled.reason), at, begins };
}

function nameOf(reason: unknown): string {
  if (!(reason instanceof Error)) return 'no error';
  return reason.name === 'TimeoutError' ? reason.name : reason.message;
}

test('attempts and pauses are where the formula has them, and nothing comes behind the end', async () => {
  await fc.assert(
    fc.asyncProperty(program, async (some) => {
      expect(await runVirtual(async () => await actual(some))).toEqual(expected(some));
    }),
    { numRuns: programs },
  );
});

test('attempts are never at work at once, also when they take their time to stop', async () => {
  const clean = fc.record({ ms: fc.integer({ min: 0, max: 40 }), cleanUpMs: fc.integer({ min: 0, max: 40 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(clean, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 30 }), async (plans, attemptMs) => {
      let [running, peak] = [0, 0];
      await runVirtual(async () => {
        const work = async (attempt: number, signal: AbortSignal): Promise<never> => {
          const { ms = 0, cleanUpMs = 0 } = plans[attempt - 1] ?? {};
          running += 1;
          peak = Math.max(peak, running);
          await sleep(ms, { signal }).catch(() => sleep(cleanUpMs));
          running -= 1;
          throw new Error('failed');
        };
        await retry(work, { attempts: plans.length, baseMs: 4, attemptMs }).catch(() => undefined);
      });
      expect({ running, peak }).toEqual({ running: 0, peak: 1 });
    }),
    { numRuns: programs },
  );
});

test('a header says seconds, a date, or nothing', () => {
  const second = fc.integer({ min: 0, max: 4_000_000_000 });
  fc.assert(
    fc.property(second, second, fc.integer({ min: 0, max: 999 }), (then, seconds, rest) => {
      const now = 1000 * seconds + rest;
      expect(retryAfter(String(then), now)).toBe(1000 * then);
      expect(retryAfter(new Date(1000 * then).toUTCString(), now)).toBe(Math.max(0, 1000 * then - now));
    }),
    { numRuns: programs },
  );
  for (const nothing of [null, '', 'soon', 'in a minute']) expect(retryAfter(nothing, 0)).toBeUndefined();
});
