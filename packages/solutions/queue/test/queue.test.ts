import { getEventListeners } from 'node:events';
import { runVirtual, sleep } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Queue } from '../queue.ts';
import { programs } from '../../test/programs.ts';
import { longAfter, Run, valueOf, type Result } from '../../test/stoppable.ts';
import { expected, gaveUp, tied, untied, waits, type Call, type Outcome, type Program } from './model.ts';

/** Runs the program. What is known by its name only, such as QueueFull, goes by that name. */
async function actual({ maxsize, calls }: Program): Promise<Outcome & { readonly listeners: number }> {
  const run = new Run();
  const queue = new Queue<unknown>(maxsize);
  const results: (Result | undefined)[] = calls.map(() => undefined);
  const found = calls.map(() => 0);
  const signals: AbortSignal[] = [];

  const doing: Record<Call['does'], (id: number) => unknown> = {
    put: (id) => queue.put(valueOf(id), { signal: signals[id] }),
    get: (id) => queue.get({ signal: signals[id] }),
    putNowait: (id) => queue.putNowait(valueOf(id)),
    getNowait: () => queue.getNowait(),
    join: () => queue.join(),
    shutdown: () => queue.shutdown(),
  };
  const come = async ({ at, does, patience, workMs }: Call, id: number): Promise<void> => {
    signals[id] = run.stopAt(at + patience, run.error(gaveUp(id)));
    await run.reach(at);
    found[id] = queue.size;
    const result = await run.resultOf((async () => await doing[does](id))());
    results[id] = 'threw' in result && result.threw instanceof Error ? { ...result, threw: result.threw.name } : result;
    if ('threw' in result || !does.startsWith('get') || workMs === Infinity) return;
    await run.reach(run.elapsed() + workMs);
    queue.taskDone();
  };
  for (const [id, call] of calls.entries()) void come(call, id);
  await sleep(longAfter);

  const served = signals.filter((signal, id) => results[id] && !signal.aborted);
  const listeners = served.flatMap((signal) => getEventListeners(signal, 'abort')).length;
  return { results: [...results], found, listeners, ...(await closing(queue)) };
}

/** Sends home who still waits, takes what is left, and counts what was not done. */
async function closing(queue: Queue<unknown>): Promise<Pick<Outcome, 'left' | 'unfinished'>> {
  queue.shutdown();
  const left = Array.from({ length: queue.size }, () => queue.getNowait());
  expect(() => queue.getNowait()).toThrow(expect.objectContaining({ name: 'QueueShutDown' }));
  let unfinished = 0;
  try {
    for (; unfinished < 100; unfinished += 1) queue.taskDone();
  } catch {
    // That was one too many.
  }
  await queue.join();
  return { left, unfinished };
}

test('items go from who came first to who came first, as soon as there is room and somebody to take them', async () => {
  await fc.assert(
    fc.asyncProperty(untied, async (given) => {
      expect(await runVirtual(() => actual(given))).toEqual({ ...expected(given), listeners: 0 });
    }),
    { numRuns: programs },
  );
});

test('where several things happen at once, no item is lost or doubled, and nobody is forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(tied, async (given) => {
      const outcome = await runVirtual(() => actual(given));
      given.calls.forEach((call, id) => expect(possible(call, id, given, outcome)).toContainEqual(outcome.results[id]));
      if (given.maxsize > 0) expect(Math.max(0, ...outcome.found)).toBeLessThanOrEqual(given.maxsize);
      expect(outcome.listeners).toBe(0);

      const { entered, taken } = journeys(given, outcome);
      // Each item that came in was taken once, or is left.
      expect([...taken.map(({ item }) => item), ...outcome.left].toSorted()).toEqual(entered.map(({ item }) => item).toSorted());
      expect(outcome.unfinished).toBe(entered.length - taken.filter(({ done }) => done < Infinity).length);
      const journeyOf = ({ item }: Entry): Take => taken.find((one) => Object.is(one.item, item)) ?? { item, at: Infinity, done: Infinity };
      for (const one of entered) {
        // Who came in earlier was taken earlier, or at the same moment.
        for (const other of entered) if (one.at < other.at) expect(journeyOf(one).at).toBeLessThanOrEqual(journeyOf(other).at);
        // Who joined waited for all that had come in before.
        for (const end of joins(given, outcome)) if (one.at < end) expect(journeyOf(one).done).toBeLessThanOrEqual(end);
      }
    }),
    { numRuns: programs },
  );
});

/** All that the call may have come to at the moment of its end, and whether it may be waiting for ever. */
function possible(call: Call, id: number, { maxsize, calls }: Program, outcome: Outcome): readonly (Result | undefined)[] {
  const { at, does, patience } = call;
  const end = outcome.results[id];
  const closed = Math.min(...calls.filter((other) => other.does === 'shutdown').map((other) => other.at));
  if (!end) {
    if (does === 'join') return outcome.unfinished > 0 ? [undefined] : [];
    const cannot = outcome.left.length === (does === 'get' ? 0 : maxsize);
    return waits(call) && cannot && patience === Infinity && closed === Infinity ? [undefined] : [];
  }
  const giveUp = at + Math.max(0, patience);
  const now = does === 'join' ? Math.max(at, end.at) : waits(call) ? Math.min(Math.max(at, end.at), giveUp) : at;
  const [puts, gets] = [does.startsWith('put'), does.startsWith('get')];
  const ends: Result[] = [];
  if (!(waits(call) && patience < 0) && !(puts && now > closed)) ends.push({ gave: gets && 'gave' in end ? end.gave : undefined, at: now });
  if (waits(call) && now === giveUp) ends.push({ threw: gaveUp(id), at: now });
  if (does === 'putNowait' && maxsize > 0 && now <= closed) ends.push({ threw: 'QueueFull', at: now });
  if (does === 'getNowait' && now <= closed) ends.push({ threw: 'QueueEmpty', at: now });
  if ((puts || gets) && now >= closed) ends.push({ threw: 'QueueShutDown', at: now });
  return ends;
}

interface Entry {
  readonly item: unknown;
  readonly at: number;
}

interface Take extends Entry {
  /** When `taskDone` is called for it. */
  readonly done: number;
}

/** What came in, and what was taken. */
function journeys({ calls }: Program, { results }: Outcome): { readonly entered: readonly Entry[]; readonly taken: readonly Take[] } {
  const entered: Entry[] = [];
  const taken: Take[] = [];
  calls.forEach(({ does, workMs }, id) => {
    const result = results[id];
    if (!result || !('gave' in result)) return;
    if (does.startsWith('put')) entered.push({ item: valueOf(id), at: result.at });
    if (does.startsWith('get')) taken.push({ item: result.gave, at: result.at, done: result.at + workMs });
  });
  return { entered, taken };
}

/** When those who joined went on. */
function joins({ calls }: Program, { results }: Outcome): readonly number[] {
  return results.flatMap((result, id) => (result && calls[id].does === 'join' ? [result.at] : []));
}
