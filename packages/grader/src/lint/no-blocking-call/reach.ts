import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../binding/source-model.ts';
import type { Effect, PrimitiveEffect, SpinEffect, Unit } from './effects/effect.ts';
import { effectsOfUnit } from './effects/of-unit.ts';
import type { Surroundings } from './effects/surroundings.ts';

/** How code of the project's own comes to block. */
export interface Way {
  /** What is called on the way, from the first function's own calls on, the last one aside. */
  readonly steps: readonly string[];
  /** What blocks at the end of it. */
  readonly end: PrimitiveEffect | SpinEffect;
  /** The file in which that stands. */
  readonly model: SourceModel;
}

/** Finds the shortest way from a function of the project to something that blocks. */
export class Reach {
  readonly #around: Surroundings;
  readonly #maxDepth: number;
  readonly #effects = new Map<TSESTree.Node, readonly Effect[]>();
  readonly #known = new Map<TSESTree.Node, Way | undefined>();

  constructor(around: Surroundings, maxDepth: number) {
    this.#around = around;
    this.#maxDepth = maxDepth;
  }

  /** The way, or `undefined` when the code does not block. */
  from(start: Unit): Way | undefined {
    if (this.#known.has(start.node)) return this.#known.get(start.node);
    const way = this.#search(start);
    this.#known.set(start.node, way);
    return way;
  }

  /** Goes through functions in the order of their distance; functions that call each other are met once. */
  #search(start: Unit): Way | undefined {
    const met = new Set([start.node]);
    let reached: readonly Reached[] = [{ unit: start, steps: [] }];
    for (let depth = 1; depth <= this.#maxDepth && reached.length > 0; depth += 1) {
      const next: Reached[] = [];
      for (const { unit, steps } of reached) {
        for (const effect of this.#effectsOf(unit)) {
          if (effect.kind !== 'unit') return { steps, end: effect, model: unit.model };
          if (met.has(effect.unit.node)) continue;
          met.add(effect.unit.node);
          next.push({ unit: effect.unit, steps: [...steps, effect.name] });
        }
      }
      reached = next;
    }
    return undefined;
  }

  #effectsOf(unit: Unit): readonly Effect[] {
    const known = this.#effects.get(unit.node);
    if (known !== undefined) return known;
    const effects = effectsOfUnit(unit, this.#around);
    this.#effects.set(unit.node, effects);
    return effects;
  }
}

interface Reached {
  readonly unit: Unit;
  readonly steps: readonly string[];
}
