import { sleep, type Awaitable } from '@teatime/core';
import { gather, type GatherOptions } from '@teatime/exercises/gather';
import { assert, type Call, check, type Job, type Lab, sameValue, settle } from '@teatime/grader/kit';
import { isAboutDepth } from './gather/errors.ts';
import { failing } from './gather/failures.ts';
import { startOf } from './gather/gathering.ts';
import { tellingJobs } from './gather/jobs.ts';
import { listOf, namesOf } from './gather/results.ts';
import { says } from './gather/says.ts';
import { saysOfHidden } from './gather/says-hidden.ts';

check('separate-calls', async (lab) => {
  const jobs = tellingJobs(lab, 10, lab.durations(10));
  const listed = (places: readonly number[]): readonly Job<unknown>[] => jobs.filter((_, i) => places.includes(i));
  const [alone, careful, broken] = [failing(lab, 0), failing(lab), failing(lab, Math.min(...lab.durations(2)))];
  const gathering = (list: readonly Job<unknown>[], first: readonly Job<unknown>[] = [], options?: GatherOptions): Gathering => ({
    list,
    first,
    running: start(lab, [...first, ...list].map((job) => job.run()), options),
  });
  // Whether errors are kept when nothing else is under way is for another check.
  const usual = await gathering([], [alone], { returnExceptions: true }).running.within();
  const keepsErrors = usual?.status === 'fulfilled' && sameValue(usual.value, [alone.error]);
  const begin = lab.elapsed();
  // Lists of different lengths, two of them in one breath: their items are done by turns, and in another one an item fails.
  const kept = gathering(listed([7]), [careful], { returnExceptions: true });
  gathering(listed([8]), [broken]);
  const calls = [...(keepsErrors ? [kept] : []), ...lab.atOnce(() => [gathering(listed([0, 2, 4, 6])), gathering(listed([1, 3, 5]))])];
  await settle([...jobs, broken, careful]);
  // The first of each: one after another is the matter of other checks.
  const together = calls.flatMap(({ first, list }) => [...first, ...list].slice(0, 1));
  calls.push(gathering(listed([9])));
  for (const { list, first, running } of calls) {
    const { value } = await running.fulfilled(says.waitsForEver, (reason) => {
      const stray = [careful, broken].find(({ error }) => error === reason);
      return stray && saysOfHidden.errorMixedUp(stray.name);
    });
    const names = list.map((job) => job.name);
    const came = namesOf(listOf(value, first.length + list.length), jobs).slice(first.length);
    assert(sameValue(came, names), saysOfHidden.mixedUp(names, came));
  }
  for (const { name, startedAt = begin } of together) assert(startedAt === begin, saysOfHidden.waitsForAnotherCall(name, startedAt - begin));
});

interface Gathering {
  /** Those that end well. */
  readonly list: readonly Job<unknown>[];
  /** Those that fail, in front of them. */
  readonly first: readonly Job<unknown>[];
  readonly running: Call<unknown>;
}

check('many', async (lab) => {
  const count = 10_000;
  const watched = 10;
  const apart = count / watched;
  lab.expectTimers(count);
  const gate = Promise.withResolvers<unknown>();
  const tooOften = Promise.withResolvers<undefined>();
  let asked = 0;
  // A few, far apart, count how often they are asked, and are done one after another; the rest are promises, each in several places.
  const counting = Array.from({ length: watched }, (_, i): PromiseLike<number> => {
    const own = sleep(i + 1).then(() => i + 1);
    return {
      then: (onDone, onFailed) => {
        asked += 1;
        if (asked > 3 * watched) tooOften.resolve(undefined);
        return own.then(onDone, onFailed);
      },
    };
  });
  const others = Array.from({ length: 1_100 }, (_, i) => gate.promise.then(() => watched + i + 1));
  const places = Array.from({ length: count }, (_, i) => (i % apart === apart - 1 ? Math.floor(i / apart) : watched + (i % others.length)));
  const items = places.map((place) => counting[place] ?? others[place - watched] ?? gate.promise);
  const gathering = start(lab, items);
  await Promise.race([sleep(2 * watched), tooOften.promise]);
  assert(asked <= 3 * watched, saysOfHidden.asksTooOften(watched, asked));
  // Of those in between none is done yet.
  assert(asked >= watched, saysOfHidden.notAllAsked(watched, asked));
  gate.resolve(undefined);
  await gathering.within();
  assert(asked <= 3 * watched, saysOfHidden.asksTooOften(watched, asked));
  const { value } = await gathering.fulfilled(says.waitsForEver, (reason) => (isAboutDepth(reason) ? saysOfHidden.tooDeep(count) : undefined));
  const results = listOf(value, count);
  const wrong = places.findIndex((place, i) => results[i] !== place + 1);
  assert(wrong === -1, saysOfHidden.lostAmongMany(count, wrong, results[wrong]));
});

/** Calls gather. */
function start(lab: Lab, items: readonly Awaitable<unknown>[], options?: GatherOptions): Call<unknown> {
  return startOf(gather, lab, items, options);
}
