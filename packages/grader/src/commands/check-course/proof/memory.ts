import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseLayout } from '../../../course/layout.ts';
import type { ExamineOptions } from '../../../grading/examiner.ts';
import type { Evidence } from '../../../verdict/evidence.ts';
import type { Breach } from '../breach/breach.ts';
import { digest } from '../../../files/digest.ts';
import { KeptChecks } from './kept-checks.ts';

/** What was found out about things that have not changed since. What nobody asks for between two sweeps is forgotten. */
export class Memo<T> {
  readonly #found = new Map<string, Promise<T>>();
  readonly #asked = new Set<string>();

  /** What was found under this key, or what is to be found out now. What fails is tried again the next time. */
  of(key: string, find: () => Promise<T>): Promise<T> {
    this.#asked.add(key);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found = find();
    this.#found.set(key, found);
    found.catch(() => this.#found.delete(key));
    return found;
  }

  get size(): number {
    return this.#found.size;
  }

  sweep(): void {
    for (const key of this.#found.keys()) if (!this.#asked.has(key)) this.#found.delete(key);
    this.#asked.clear();
  }
}

type Recall = NonNullable<ExamineOptions['recall']>;
type TextReply = Awaited<ReturnType<Recall>>;

/** Many more than an exercise has answers. */
const mostTexts = 500;

/** What proofs of the same exercise have in common, so that a save costs only what it can have changed. */
export class ProofMemory {
  readonly evidence = new Memo<Evidence>();
  readonly checks = new KeptChecks();
  readonly stories = new Memo<readonly Breach[]>();
  readonly types = new Memo<readonly Breach[]>();
  /** What can be said of an answer without running it: the same, whatever becomes of the suite. */
  #texts = new Memo<TextReply>();

  readonly #suites = new Map<string, string>();

  /** Whether the suite of an exercise is another one than the last time. */
  isNewSuite(id: string, version: string): boolean {
    const isNew = this.#suites.has(id) && this.#suites.get(id) !== version;
    this.#suites.set(id, version);
    return isNew;
  }

  readonly recall: Recall = (key, look) => this.#texts.of(key, look);

  sweep(): void {
    if (this.#texts.size > mostTexts) this.#texts = new Memo();
    for (const memo of [this.evidence, this.stories, this.types]) memo.sweep();
  }
}

/** SHA-256 of the suites of an exercise, and of all that lies in the folder beside them. */
export async function suiteVersion(id: string, { suites }: CourseLayout): Promise<string> {
  const beside = await readdir(join(suites, id), { recursive: true }).catch(() => []);
  return filesVersion([`${id}.suite.ts`, `${id}.hidden.suite.ts`, ...beside.map((name) => join(id, name)).toSorted()].map((name) => join(suites, name)));
}

/** SHA-256 of files; one that is not there counts as well. */
export async function filesVersion(paths: readonly string[]): Promise<string> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8').catch(() => 'none')));
  return digest(...paths, ...texts);
}
