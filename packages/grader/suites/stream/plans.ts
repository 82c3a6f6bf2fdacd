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

/**
 * Sources whose items come in turns that nobody can guess, no two at the same moment. The first one in the list is not the first to give.
 *
 * @param wishes one for each source
 */
export function sourcesOf(lab: Lab, wishes: readonly (SourceWish & { readonly count: number })[]): readonly Source[] {
  const owners = wishes.flatMap(({ count }, owner) => Array.from({ length: count + 1 }, () => owner));
  const turns = lab.random.shuffle(owners);
  // Neither the first in the list begins, nor does it come twice before the others have begun: who takes turns is told from who does not.
  const others = turns.flatMap((owner, at) => (owner === 0 ? [] : [at]));
  const order = [...others.slice(0, 1), ...turns.keys().filter((at) => at !== others[0])].map((at) => turns[at]);
  const moments = lab.durations(order.length, { to: 3_000 });
  return wishes.map(({ count, ...wish }, own) => {
    const mine = moments.filter((_, i) => order[i] === own);
    const gaps = mine.map((moment, i) => moment - (mine[i - 1] ?? 0));
    return new Source(lab, { name: 'abc'.charAt(own), items: textsOf(lab, count), gaps, ...wish });
  });
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
