import type { Lab } from '@teatime/grader/kit';
import { Source, type SourcePlan } from './source.ts';

/** What is not left to chance. */
export type SourceWish = Partial<SourcePlan> & {
  /** No answer takes longer. */
  readonly slowest?: number;
};

/** A source of so many items, which nobody can guess; its answers take different times, in no order. */
export function sourceOf(lab: Lab, count: number, { slowest = 300, ...wish }: SourceWish = {}): Source {
  const gaps = lab.random.shuffle(lab.durations(count + 1, { from: Math.min(24, Math.floor(slowest / 2)), to: slowest }));
  return new Source(lab, { items: textsOf(lab, count), gaps, ...wish });
}

export function textsOf(lab: Lab, count: number): readonly string[] {
  return Array.from({ length: count }, () => lab.text());
}

/** What something gave, and when. */
export interface Due {
  /** As the timeline calls it. */
  readonly name: string;
  readonly item: unknown;
  readonly at: number;
}

/** A source among others: how many items it has, and what else is not left to chance. */
export type SharedWish = SourceWish & { readonly count: number };

/**
 * Sources whose answers come in turns that nobody can guess, no two at the same moment.
 *
 * @param wishes one for each source
 * @param turns which source answers when, each once more often than it has items: the last time it tells its end
 */
export function sourcesOf(lab: Lab, wishes: readonly SharedWish[], turns = turnsOf(lab, wishes)): readonly Source[] {
  const moments = lab.durations(turns.length, { to: 3_000 });
  return wishes.map(({ count, ...wish }, own) => {
    const mine = moments.filter((_, i) => turns[i] === own);
    const gaps = mine.map((moment, i) => moment - (mine[i - 1] ?? 0));
    return new Source(lab, { name: 'abc'.charAt(own), items: textsOf(lab, count), gaps, ...wish });
  });
}

/**
 * Turns that tell those who go by turns, one after another, or from the first to the last in the list: the first in the list does not begin,
 * one answers twice before another has, and at the end one is left alone with an item.
 */
function turnsOf(lab: Lab, wishes: readonly SharedWish[]): readonly number[] {
  const all = wishes.flatMap(({ count }, owner) => Array.from({ length: count + 1 }, () => owner));
  for (;;) {
    const turns = lab.random.shuffle(all);
    const [first, second] = turns;
    if (first !== 0 && first === second && turns.at(-1) === turns.at(-2) && turns.at(-1) !== first) return turns;
  }
}

/** Everything that the sources give when each is asked as soon as it has answered, in the order of time. */
export function dueOf(sources: readonly Source[], begin = 0): readonly Due[] {
  return sources
    .flatMap((source) => {
      const moments = source.moments(begin);
      return source.plan.items.map((item, i) => ({ name: `${source.name} ${i + 1}`, item, at: moments[i] ?? begin }));
    })
    .toSorted((one, other) => one.at - other.at);
}
