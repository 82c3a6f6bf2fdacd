import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../binding/source-model.ts';
import { parentOf } from '../binding/syntax.ts';
import type { FunctionNode } from '../binding/value.ts';
import type { Analysis } from './analysis.ts';
import type { Membership } from './async-context.ts';
import type { Effect } from './effects/effect.ts';
import { effectsOf } from './effects/of-node.ts';
import { effectsOfScheduling } from './effects/of-scheduling.ts';
import { promisesByNames } from './gives-promise.ts';
import { reportOf } from './report.ts';
import type { Report } from './report.ts';
import { noteResults } from './results.ts';
import type { Result } from './results.ts';

/** One function of the file, while the linter goes through it. */
interface Frame {
  readonly membership: Membership;
  /** What is looked at when the function has shown what it returns. */
  readonly pending: TSESTree.Node[];
  readonly results: Result[];
}

/** Looks through one file in the order of its text, and says everything once. */
export class FileCheck {
  readonly #model: SourceModel;
  readonly #analysis: Analysis;
  readonly #say: (report: Report) => void;
  readonly #said = new Set<TSESTree.Node>();
  readonly #frames: Frame[] = [];

  constructor(model: SourceModel, analysis: Analysis, say: (report: Report) => void) {
    this.#model = model;
    this.#analysis = analysis;
    this.#say = say;
    analysis.bindings.add(model);
    // The top level: nothing waits yet.
    this.#enter('outside');
  }

  enterFunction(owner: FunctionNode): void {
    this.#enter(this.#analysis.contexts.membershipOfFunction(owner, this.#model));
  }

  leaveFunction(owner: FunctionNode): void {
    const frame = this.#frames.pop();
    if (frame?.membership !== 'unsure') return;
    noteResults(owner, frame.results);
    this.#settle(owner, frame.pending);
  }

  /** The value of a field is computed for every instance, whoever makes it: here nothing waits for it. */
  enterField(): void {
    this.#enter('outside');
  }

  leaveField(): void {
    this.#frames.pop();
  }

  noteResult(result: Result): void {
    this.#frames.at(-1)?.results.push(result);
  }

  /** Says what a piece of code blocks by itself, if it stands where the event loop waits for it. */
  check(node: TSESTree.Node): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    if (frame.membership === 'unsure') frame.pending.push(node);
    else this.#checkIn(frame.membership, node);
  }

  /** The same as {@link check} for a file that nobody goes through in order. */
  checkAnywhere(node: TSESTree.Node): void {
    this.#checkIn(this.#analysis.contexts.contains(node, this.#model) ? 'inside' : 'outside', node);
  }

  #enter(membership: Membership): void {
    this.#frames.push({ membership, pending: [], results: [] });
  }

  #checkIn(membership: 'inside' | 'outside', node: TSESTree.Node): void {
    const find = membership === 'inside' ? effectsOf : effectsOfScheduling;
    for (const effect of find(node, this.#model, this.#analysis)) this.#report(effect);
  }

  /** Looks at what waited for the end of a function. */
  #settle(owner: FunctionNode, pending: readonly TSESTree.Node[]): void {
    const { bindings, contexts } = this.#analysis;
    switch (promisesByNames(owner, this.#model, bindings)) {
      case true:
        for (const node of pending) this.#checkIn('inside', node);
        return;
      case 'ask types':
        for (const node of pending) this.#checkByTypes(node);
        return;
      case false:
        // A callback is what the function around it is, and that has not ended yet.
        if (contexts.dependsOnPlace(owner, this.#model)) this.#frames.at(-1)?.pending.push(...pending);
        else for (const node of pending) this.#checkIn('outside', node);
    }
  }

  /** Types are asked only about code that would be reported. */
  #checkByTypes(node: TSESTree.Node): void {
    const byNames = { ...this.#analysis, bindings: this.#analysis.bindings.byNames };
    const effects = effectsOf(node, this.#model, byNames);
    for (const effect of effects) this.#report(effect, () => this.#analysis.contexts.contains(node, this.#model));
    if (effects.length === 0) this.#checkIn('outside', node);
  }

  #report(effect: Effect, isInContext = (): boolean => true): void {
    if (this.#isSaid(effect)) return;
    const report = reportOf(effect, this.#analysis.reach);
    if (report === undefined || !isInContext()) return;
    if (this.#analysis.threads.isInWorker(effect.node, this.#model)) return;
    this.#said.add(effect.node);
    this.#say(report);
  }

  /** Was that said, or the loop that it is a part of? */
  #isSaid({ kind, node }: Effect): boolean {
    if (kind !== 'spin') return this.#said.has(node);
    for (let part: TSESTree.Node | undefined = node; part !== undefined; part = parentOf(part)) {
      if (this.#said.has(part)) return true;
    }
    return false;
  }
}
