import { runVirtual, sleep, stopwatch } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { programs, someWork, type Work } from '../../test/programs.ts';
import { serve, type Report } from '../shutdown.ts';

/** An order: when it comes, what it takes, and how it ends when it is told to stop. */
interface Order {
  readonly at: number;
  readonly work: Work;
  readonly cleanUp: number;
  readonly stopped: 'passes-on' | 'gives' | 'fails';
}

interface Program {
  readonly orders: readonly Order[];
  /** When there are no more orders, or the counter breaks. */
  readonly closes: number;
  readonly breaks: boolean;
  readonly stop: number | undefined;
  readonly kill: number | undefined;
  readonly drainMs: number;
}

const moment = fc.integer({ min: 0, max: 40 });

const program: fc.Arbitrary<Program> = fc
  .record({
    orders: fc.array(
      fc.record({ at: moment, work: someWork, cleanUp: fc.integer({ min: 0, max: 6 }), stopped: fc.constantFrom('passes-on', 'gives', 'fails') }),
      { maxLength: 6 },
    ),
    closes: moment,
    breaks: fc.boolean(),
    stop: fc.option(moment, { nil: undefined }),
    kill: fc.option(moment, { nil: undefined }),
    drainMs: fc.integer({ min: 0, max: 20 }),
  })
  .map(apart);

/** No two things fall on one moment, so that the model need not say which is first. */
function apart({ orders, closes, stop, kill, drainMs, ...rest }: Program): Program {
  const unit = 2 ** 16;
  return {
    ...rest,
    orders: orders
      .map(({ at, work, ...how }, index) => ({ ...how, at: at * unit + 2 ** (index + 5), work: { ...work, ms: work.ms * unit } }))
      .toSorted((one, other) => one.at - other.at),
    closes: closes * unit + 1,
    stop: stop === undefined ? undefined : stop * unit + 2,
    kill: kill === undefined ? undefined : kill * unit + 4,
    drainMs: drainMs * unit + 8,
  };
}

interface Outcome {
  readonly report: Report | 'broken';
  readonly at: number;
}

function expected({ orders, closes, breaks, stop = Infinity, kill = Infinity, drainMs }: Program): Outcome {
  const asked = Math.min(stop, kill);
  // After the last order the counter closes at once when the time for that is over.
  const end = Math.max(closes, ...orders.map(({ at }) => at));
  const isBroken = breaks && end < asked;
  const told = Math.min(stop + drainMs, kill, isBroken ? end : Infinity);
  const report = { finished: 0, failed: 0, cancelled: 0 };
  let last = Math.min(asked, end);
  for (const { at, work, cleanUp, stopped } of orders) {
    if (at > asked) continue;
    const isTold = at + work.ms > told;
    if (isTold) report[({ 'passes-on': 'cancelled', gives: 'finished', fails: 'failed' } as const)[stopped]] += 1;
    else report[work.fails ? 'failed' : 'finished'] += 1;
    last = Math.max(last, isTold ? told + cleanUp : at + work.ms);
  }
  return { report: isBroken ? 'broken' : report, at: last };
}

async function actual({ orders, closes, breaks, stop, kill, drainMs }: Program): Promise<Outcome> {
  const elapsed = stopwatch();
  const broken = new Error('broken');
  const coming = orders.values();
  const until = async (at: number, signal: AbortSignal): Promise<void> => await sleep(Math.max(0, at - elapsed()), { signal });
  const signalAt = (ms: number | undefined): { readonly signal: AbortSignal; readonly timer: ReturnType<typeof setTimeout> | undefined } => {
    const controller = new AbortController();
    return { signal: controller.signal, timer: ms === undefined ? undefined : setTimeout(() => controller.abort(new Error('asked')), ms) };
  };
  const [stopping, killing] = [signalAt(stop), signalAt(kill)];
  const [outcome] = await Promise.allSettled([
    serve({
      stop: stopping.signal,
      kill: killing.signal,
      drainMs,
      receive: async (signal) => {
        const { value: order } = coming.next();
        await until(order?.at ?? closes, signal);
        if (order === undefined && breaks) throw broken;
        return order;
      },
      handle: async ({ work, cleanUp, stopped }: Order, signal) => {
        try {
          await sleep(work.ms, { signal });
        } catch (reason) {
          await sleep(cleanUp);
          if (stopped === 'gives') return;
          throw stopped === 'fails' ? new Error('failed in its clean-up') : reason;
        }
        if (work.fails) throw new Error('failed');
      },
    }),
  ]);
  const at = elapsed();
  clearTimeout(stopping.timer);
  clearTimeout(killing.timer);
  if (outcome.status === 'fulfilled') return { report: outcome.value, at };
  expect(outcome.reason).toBe(broken);
  return { report: 'broken', at };
}

test('every order ends as it has to, and serve with the last of them', async () => {
  await fc.assert(
    fc.asyncProperty(program, async (random) => {
      expect(await runVirtual(async () => await actual(random))).toEqual(expected(random));
    }),
    { numRuns: programs },
  );
});

test('an order that is handed over in the moment of the stop is begun', async () => {
  const stop = new AbortController();
  const { promise, resolve } = Promise.withResolvers<string>();
  const begun: string[] = [];
  const serving = serve({
    receive: () => promise,
    handle: (order) => Promise.resolve(begun.push(order)),
    stop: stop.signal,
    drainMs: 10,
  });
  stop.abort();
  resolve('tea');
  expect(await serving).toEqual({ finished: 1, failed: 0, cancelled: 0 });
  expect(begun).toEqual(['tea']);
});
