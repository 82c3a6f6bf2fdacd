import { shapeOf } from './shape.ts';
import { printsOf, winnowed } from './winnow.ts';

/** Two answers that have more of their own in common than chance gives. It says nothing of how that came. */
export interface Likeness {
  readonly exercise: string;
  /** The ids of two hand-ins. */
  readonly pair: readonly [string, string];
  /** How much of what the smaller has of its own is in the other as well, up to 1. */
  readonly share: number;
  /** How many prints they share. */
  readonly shared: number;
}

interface Answer {
  readonly id: string;
  readonly own: ReadonlySet<number>;
}

/**
 * Finds answers to one exercise that are strikingly alike, by prints of their shape. What is in the stub, in a solution or in
 * many of the class is nobody's own. Only prints stay in memory.
 */
export class Likenesses {
  readonly #exercise: string;
  readonly #common: ReadonlySet<number>;
  /** Answers of the very same shape stand for each other: a hundred of them are no five thousand pairs. */
  readonly #groups = new Map<string, { readonly answer: Answer; readonly others: string[] }>();

  /** @param common texts that nobody has of another: the stub, right answers that everybody can find */
  constructor(exercise: string, common: readonly string[]) {
    this.#exercise = exercise;
    this.#common = new Set(common.flatMap((source) => [...printsOf(shapeOf(source))]));
  }

  add(id: string, source: string): void {
    const kept = winnowed(printsOf(shapeOf(source)).filter((print) => !this.#common.has(print)));
    // So few lines of somebody's own are no handwriting yet: anybody might have written them.
    if (kept.size < fewestOwn) return;
    const key = [...kept].toSorted((a, b) => a - b).join(' ');
    const known = this.#groups.get(key);
    if (known === undefined) this.#groups.set(key, { answer: { id, own: kept }, others: [] });
    else known.others.push(id);
  }

  /** The pairs, the most alike first. */
  find(): readonly Likeness[] {
    const groups = [...this.#groups.values()];
    const same = groups.flatMap(({ answer, others }) =>
      others.map((id) => ({ exercise: this.#exercise, pair: [answer.id, id] as const, share: 1, shared: answer.own.size })),
    );
    const pairs = [...same, ...this.#similar(groups.map(({ answer }) => answer))];
    return pairs.toSorted((a, b) => b.share - a.share || b.shared - a.shared);
  }

  #similar(answers: readonly Answer[]): readonly Likeness[] {
    const owners = new Map<number, number[]>();
    for (const [index, { own }] of answers.entries()) {
      for (const print of own) {
        const all = owners.get(print);
        if (all === undefined) owners.set(print, [index]);
        else all.push(index);
      }
    }
    return answers.flatMap((answer, index) => {
      const shared = new Map<number, number>();
      for (const print of answer.own) {
        const all = owners.get(print) ?? [];
        if (all.length > mostOwners) continue;
        for (const other of all) if (other > index) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
      return [...shared].flatMap(([other, count]) => this.#likeness(answer, answers[other], count) ?? []);
    });
  }

  #likeness(one: Answer, other: Answer | undefined, shared: number): Likeness | undefined {
    if (other === undefined || shared < fewestOwn) return undefined;
    const share = shared / Math.min(one.own.size, other.own.size);
    return share < leastShare ? undefined : { exercise: this.#exercise, pair: [one.id, other.id], share, shared };
  }
}

/** Two right answers to one of the course's exercises that were written apart share 24 prints and 0.44 at the most; a renamed copy shares all. */
const fewestOwn = 12;
const leastShare = 0.7;

/** What more answers have is the shape of the exercise. It also bounds the work: no print makes more pairs than the square of it. */
const mostOwners = 24;
