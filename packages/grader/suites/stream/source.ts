import { sleep, type Span } from '@teatime/core';
import type { Ending, Lab } from '@teatime/grader/kit';

/** What a source is to give. Times are virtual milliseconds. */
export interface SourcePlan {
  /** As messages and the timeline call it. */
  readonly name?: string;
  readonly items: readonly unknown[];
  /** From the question to the answer: of each item, and of the end. */
  readonly gaps: readonly number[];
  /** How it ends when it has given everything; `gives` is as good as any. */
  readonly ending?: Ending<undefined>;
  /** How long it cleans up when it is closed before its end. */
  readonly cleanUpMs?: number;
  /** What its clean-up fails with, if it fails. */
  readonly cleanUpFails?: Error;
  /** Whether it is a bare iterator: it has a `next` and nothing else. */
  readonly bare?: boolean;
}

/** What a source gave, and when. */
export interface Made {
  readonly item: unknown;
  readonly at: number;
}

const over: IteratorResult<unknown, undefined> = Object.freeze({ done: true, value: undefined });

/**
 * A source for the student's code, which remembers what was done with it and stands in the timeline. It keeps an async generator's
 * rules: what it is asked waits in line, and it is closed when the answer under way has been given. Moments count from the beginning of the
 * check, or of its part.
 */
export class Source {
  readonly name: string;
  readonly plan: SourcePlan;
  /** What the student's code gets. */
  readonly iterable: AsyncIterable<unknown>;
  /** When it was asked for an item, also in vain. */
  readonly askedAt: number[] = [];
  readonly made: Made[] = [];
  /** When it was over: ended, failed, or closed and cleaned up. */
  overAt: number | undefined;
  /** When its clean-up was over, if it was closed before its end. */
  cleanedAt: number | undefined;
  readonly #lab: Lab;
  #isOver = false;
  #line: Promise<unknown> = Promise.resolve();

  constructor(lab: Lab, plan: SourcePlan) {
    this.#lab = lab;
    this.plan = plan;
    this.name = plan.name ?? 'source';
    lab.expectTimers(2 * plan.gaps.length + 2);
    const next = (): Promise<IteratorResult<unknown, undefined>> => {
      this.askedAt.push(lab.elapsed());
      return this.#inLine(() => this.#answer());
    };
    const close = (): Promise<IteratorResult<unknown, undefined>> => this.#inLine(() => this.#close());
    const iterator: AsyncIterableIterator<unknown, undefined> = { next, return: close, [Symbol.asyncIterator]: () => iterator };
    this.iterable = { [Symbol.asyncIterator]: () => (plan.bare ? { next } : iterator) };
  }

  /** How often it was asked for an item. */
  get asked(): number {
    return this.askedAt.length;
  }

  /** When each item comes, if each is asked for as soon as the one before has come; the last is the end. */
  moments(begin = 0): readonly number[] {
    let at = begin;
    return this.plan.gaps.map((gap) => (at += gap));
  }

  /** Where its first items belong in the timeline, then. */
  spans(count = this.plan.items.length): readonly Span[] {
    const moments = this.moments();
    return moments.slice(0, count).map((to, i) => ({ task: this.#spanName(i), from: moments[i - 1] ?? 0, to }));
  }

  cleanUpSpan(from: number): Span {
    return { task: this.#cleanUpName, from, to: from + (this.plan.cleanUpMs ?? 0) };
  }

  async #answer(): Promise<IteratorResult<unknown, undefined>> {
    if (this.#isOver) return over;
    const { items, gaps, ending } = this.plan;
    const index = this.made.length;
    const isItem = index < items.length;
    const finish = this.#lab.recorder.begin(isItem ? this.#spanName(index) : `${this.name} end`);
    await sleep(gaps[index] ?? 1);
    const at = this.#lab.elapsed();
    if (isItem) {
      finish();
      const item = items[index];
      this.made.push({ item, at });
      return { done: false, value: item };
    }
    this.#isOver = true;
    this.overAt = at;
    const fails = ending !== undefined && 'throws' in ending;
    finish(fails ? 'rejected' : 'fulfilled');
    if (fails) throw ending.throws;
    return over;
  }

  async #close(): Promise<IteratorResult<unknown, undefined>> {
    if (this.#isOver) return over;
    this.#isOver = true;
    const { cleanUpMs = 0, cleanUpFails } = this.plan;
    if (this.made.length > 0 && cleanUpMs > 0) {
      const finish = this.#lab.recorder.begin(this.#cleanUpName);
      await sleep(cleanUpMs);
      finish(cleanUpFails ? 'rejected' : 'fulfilled');
    }
    this.overAt = this.#lab.elapsed();
    this.cleanedAt = this.overAt;
    if (this.made.length > 0 && cleanUpFails) throw cleanUpFails;
    return over;
  }

  #inLine<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#line.then(work);
    // Whoever asks next waits for the end of this, well or not.
    this.#line = turn.catch(() => {});
    return turn;
  }

  #spanName(index: number): string {
    return `${this.name} ${index + 1}`;
  }

  get #cleanUpName(): string {
    return `${this.name} clean-up`;
  }
}
