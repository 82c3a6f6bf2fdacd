import { createStore, entries, get, update } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import type { AnswerFile } from '../../../../packages/grader/src/page/answers/answer-file.ts';

type Files = readonly AnswerFile[];

/** An answer as this browser keeps it. */
export interface KeptAnswer {
  readonly files: Files;
  /** How often it has been saved: whoever saves says on which one of them. */
  readonly revision: number;
}

/** How far somebody has come with an exercise. */
export interface Progress {
  readonly hasPassed: boolean;
  readonly hintsShown: number;
  /** The checks that did not pass last, by their ids, the most telling first. */
  readonly failed: readonly string[];
}

interface Kept {
  readonly answer?: KeptAnswer;
  readonly progress: Progress;
}

const nothing: Kept = { progress: { hasPassed: false, hintsShown: 0, failed: [] } };

/** Answers and progress, in this browser alone. All tabs of the site have the same. */
export class AnswerStore implements Disposable {
  readonly #store: UseStore;
  readonly #tabs: BroadcastChannel;

  /** @param site the path of the site: others may lie at the same origin */
  constructor(site: string) {
    this.#store = createStore(`teatime ${site}`, 'exercises');
    this.#tabs = new BroadcastChannel(`teatime ${site}`);
  }

  async answer(exercise: string): Promise<KeptAnswer | undefined> {
    return (await this.#read(exercise)).answer;
  }

  async progress(exercise: string): Promise<Progress> {
    return (await this.#read(exercise)).progress;
  }

  /** Every answer that was begun, by the exercise. */
  async all(): Promise<ReadonlyMap<string, Files>> {
    const kept = await entries<string, Kept>(this.#store);
    return new Map(kept.flatMap(([exercise, { answer }]) => (answer === undefined ? [] : [[exercise, answer.files]])));
  }

  /**
   * Saves an answer unless another tab has saved one meanwhile: then nothing is changed.
   *
   * @param after the revision that it was made of; undefined where it replaces whatever there is
   * @returns what is kept now: it is the files that were given exactly when it was saved
   */
  async save(exercise: string, files: Files, after: number | undefined): Promise<KeptAnswer> {
    let kept: KeptAnswer = { files, revision: 1 };
    await update<Kept>(exercise, (old = nothing) => {
      const before = old.answer;
      const isOther = after !== undefined && before !== undefined && before.revision !== after;
      kept = isOther ? before : { files, revision: (before?.revision ?? 0) + 1 };
      return { ...old, answer: kept };
    }, this.#store);
    if (kept.files === files) this.#tabs.postMessage(exercise);
    return kept;
  }

  async noteProgress(exercise: string, change: Partial<Progress>): Promise<void> {
    await update<Kept>(exercise, (old = nothing) => ({ ...old, progress: { ...old.progress, ...change } }), this.#store);
  }

  /** Told of each exercise whose answer another tab has saved. */
  listen(listener: (exercise: string) => void): void {
    this.#tabs.addEventListener('message', ({ data }) => listener(String(data)));
  }

  [Symbol.dispose](): void {
    this.#tabs.close();
  }

  async #read(exercise: string): Promise<Kept> {
    return (await get<Kept>(exercise, this.#store)) ?? nothing;
  }
}
