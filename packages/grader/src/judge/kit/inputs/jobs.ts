import type { Random } from '@teatime/core';
import type { Ending, JobPlan } from '../job.ts';
import { durations } from './durations.ts';
import { values } from './values.ts';

/**
 * What the jobs of a list have to be like; what is not given is left to chance.
 *
 * @example
 * const plan: JobsPlan = { times: lab.durations(3), endings: [{ gives: 1 }, { throws: lab.error() }, { gives: undefined }] };
 * const [first, broken, last] = lab.jobs(plan);
 */
export interface JobsPlan {
  /** How many; ten to thirteen when nothing else tells. */
  readonly count?: number | undefined;
  /** How long they take, in the order of the list, in virtual milliseconds. */
  readonly times?: readonly number[];
  /** How they end, in the order of the list. */
  readonly endings?: readonly Ending<unknown>[];
}

/**
 * Plans for a list of jobs: they take from milliseconds to minutes, their results are of all kinds, and they are done in an
 * order that is neither that of the list, nor of their names, nor the reverse of one of these. The first of the list is not
 * done first, the last of the list not last.
 */
export function jobPlans(random: Random, plan: JobsPlan, namesFor: (count: number) => readonly string[]): readonly JobPlan<unknown>[] {
  const count = plan.count ?? plan.times?.length ?? plan.endings?.length ?? random.int(10, 13);
  const names = namesFor(count);
  const times = plan.times ?? mixed(random, durations(random, count), names);
  const results = plan.endings ? [] : values(random, count);
  return names.map((name, i) => ({ name, ms: times[i] ?? 0, ending: plan.endings?.[i] ?? { gives: results[i] } }));
}

function mixed(random: Random, times: readonly number[], names: readonly string[]): readonly number[] {
  const [shortest, longest] = [times[0], times.at(-1)];
  const byName = names.toSorted();
  const isTold = (order: readonly number[]): boolean => {
    const inOrderOfNames = byName.map((name) => order[names.indexOf(name)] ?? 0);
    return order[0] === shortest || order.at(-1) === longest || [order.toReversed(), inOrderOfNames, inOrderOfNames.toReversed()].some(isSorted);
  };
  for (let attempt = 0; attempt < 100; attempt++) {
    const shuffled = random.shuffle(times);
    if (!isTold(shuffled)) return shuffled;
  }
  return times.toReversed();
}

function isSorted(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => number >= (numbers[i - 1] ?? number));
}
