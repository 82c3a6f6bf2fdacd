import { exercises } from 'virtual:teatime/exercises';
import type { Exercise } from '../course/course.ts';
import type { CollectedFile } from '../submission/collect.ts';
import type { SubmittedExercise } from '../submission/submitted-exercise.ts';
import type { SuiteEvidence } from '../verdict/evidence.ts';
import type { Finding } from '../verdict/finding.ts';
import type { StudentModule } from '../wire/frames.ts';
import { Gate } from './gate.ts';
import { pageResult, type PageResult } from './page-result.ts';
import { runAnswer } from './run-answer.ts';
import { RunWorker } from './run-worker-handle.ts';

/** How an answer is graded in a page. */
export interface PageGrading {
  /** One of the course's. */
  readonly language: string;
  /** What random inputs come from, a 32-bit whole number: the same gives the same verdict. A new one when not given. */
  readonly seed?: number;
  /** Told of each check as it is decided, in the order of the run. */
  readonly onFinding?: (finding: Finding) => void;
  /** The answer has changed: nobody waits for this verdict any more. */
  readonly signal?: AbortSignal;
}

/**
 * Grades answers in a page: what `pnpm grade` does, with the same suites, in workers of the browser. The code of an answer never
 * runs on the thread of the page; whatever it does there, the page stays free.
 */
export class PageGrader implements Disposable {
  readonly #gate = new Gate();
  #spare = new RunWorker();

  /** @throws DOMException `AbortError`; never for what an answer does */
  async grade(id: string, files: readonly CollectedFile[], { language, seed = randomSeed(), onFinding = () => {}, signal }: PageGrading): Promise<PageResult> {
    const exercise = await exerciseOf(id);
    const admission = await this.#gate.admit(exercise, files);
    signal?.throwIfAborted();
    if (!admission.admitted) return pageResult(exercise, files, { refusal: admission.refusal }, language);
    const begin = performance.now();
    const run = await runAnswer({ exercise: id, module: moduleOf(admission.submission), seed }, { next: () => this.#next(), onFinding, signal });
    const suite: SuiteEvidence = { ...run, canary: 'failed', durationMs: performance.now() - begin };
    return pageResult(exercise, files, { lint: undefined, suite }, language);
  }

  [Symbol.dispose](): void {
    this.#gate[Symbol.dispose]();
    this.#spare[Symbol.dispose]();
  }

  /** A worker that is ready, or will be soonest; the one after it begins to get ready. */
  #next(): RunWorker {
    const next = this.#spare;
    this.#spare = new RunWorker();
    return next;
  }
}

async function exerciseOf(id: string): Promise<Exercise> {
  const load = exercises[id];
  if (!load) throw new Error(`there is no exercise ${id}`);
  return (await load()).exercise;
}

function moduleOf({ files, imports, forbidden = [] }: SubmittedExercise): StudentModule {
  return { files: Object.fromEntries(files.map(({ name, code }) => [name, code])), entry: files[0]?.name ?? '', imports, forbidden };
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
